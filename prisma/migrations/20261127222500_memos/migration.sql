-- Notes on anything, in threads that can be resolved.
CREATE TYPE "MemoAbout" AS ENUM ('study', 'transcript', 'segment', 'code', 'interviewee');

CREATE TABLE "Memo" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "threadId" UUID,
    "about" "MemoAbout" NOT NULL,
    "transcriptId" UUID,
    "segmentId" UUID,
    "codeId" UUID,
    "intervieweeId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ,
    "resolvedAt" TIMESTAMPTZ,
    "resolvedById" UUID,
    "deletedAt" TIMESTAMPTZ,

    CONSTRAINT "Memo_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Memo_studyId_createdAt_id_idx" ON "Memo"("studyId", "createdAt", "id");
CREATE INDEX "Memo_threadId_idx" ON "Memo"("threadId");
CREATE INDEX "Memo_transcriptId_idx" ON "Memo"("transcriptId");
CREATE INDEX "Memo_segmentId_idx" ON "Memo"("segmentId");
CREATE INDEX "Memo_codeId_idx" ON "Memo"("codeId");

ALTER TABLE "Memo" ADD CONSTRAINT "Memo_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Memo"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_transcriptId_studyId_fkey" FOREIGN KEY ("transcriptId", "studyId") REFERENCES "Transcript"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- About one thing exactly, and about what it says it is.
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_one_thing" CHECK (
  num_nonnulls("transcriptId", "segmentId", "codeId", "intervieweeId") = ("about" <> 'study')::int
  AND ("about" = 'transcript') = ("transcriptId" IS NOT NULL)
  AND ("about" = 'segment') = ("segmentId" IS NOT NULL)
  AND ("about" = 'code') = ("codeId" IS NOT NULL)
  AND ("about" = 'interviewee') = ("intervieweeId" IS NOT NULL)
);
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_says_something" CHECK ("text" <> '');
-- A thread is resolved as a whole, by somebody, at some time.
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_resolved" CHECK (
  ("resolvedAt" IS NULL OR "threadId" IS NULL) AND ("resolvedById" IS NULL OR "resolvedAt" IS NOT NULL)
);
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_not_own_thread" CHECK ("threadId" IS DISTINCT FROM "id");

-- What it is about is the study's own (a code, of the codebook that the study uses), and a reply is about
-- what its thread is about.
CREATE FUNCTION "memoOfStudy"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."about" = 'segment' AND NEW."studyId" IS DISTINCT FROM (SELECT "studyId" FROM "Segment" WHERE "id" = NEW."segmentId"))
    OR (NEW."about" = 'interviewee' AND NEW."studyId" IS DISTINCT FROM (SELECT "studyId" FROM "Interviewee" WHERE "id" = NEW."intervieweeId"))
    OR (NEW."about" = 'code' AND (SELECT "codebookStudyId" FROM "Study" WHERE "id" = NEW."studyId")
      IS DISTINCT FROM (SELECT "studyId" FROM "Code" WHERE "id" = NEW."codeId")) THEN
    RAISE EXCEPTION 'the memo is about something of another study' USING ERRCODE = 'check_violation', CONSTRAINT = 'Memo_of_study';
  END IF;
  IF NEW."threadId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Memo" o WHERE o."id" = NEW."threadId" AND o."threadId" IS NULL AND o."studyId" = NEW."studyId"
      AND o."about" = NEW."about" AND o."transcriptId" IS NOT DISTINCT FROM NEW."transcriptId"
      AND o."segmentId" IS NOT DISTINCT FROM NEW."segmentId" AND o."codeId" IS NOT DISTINCT FROM NEW."codeId"
      AND o."intervieweeId" IS NOT DISTINCT FROM NEW."intervieweeId") THEN
    RAISE EXCEPTION 'the reply is not of its thread' USING ERRCODE = 'check_violation', CONSTRAINT = 'Memo_of_thread';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Memo_of_study" BEFORE INSERT OR UPDATE OF "studyId", "threadId", "about", "transcriptId", "segmentId", "codeId", "intervieweeId" ON "Memo"
  FOR EACH ROW EXECUTE FUNCTION "memoOfStudy"();
