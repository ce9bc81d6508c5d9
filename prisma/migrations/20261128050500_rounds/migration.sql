-- Rounds: transcripts that are assigned to coders, and who is blind in which of them.
CREATE TYPE "RoundKind" AS ENUM ('open', 'blind', 'training');

CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "kind" "RoundKind" NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedAt" TIMESTAMPTZ,
    "revealedAt" TIMESTAMPTZ,
    "endedAt" TIMESTAMPTZ,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id"),
    -- Nothing is revealed or ended that was not opened.
    CONSTRAINT "Round_order" CHECK ("openedAt" IS NOT NULL OR ("revealedAt" IS NULL AND "endedAt" IS NULL)),
    -- Where everybody sees all from the beginning, there is nothing to reveal.
    CONSTRAINT "Round_revealed" CHECK ("kind" <> 'open' OR "revealedAt" IS NULL)
);
CREATE UNIQUE INDEX "Round_id_studyId_key" ON "Round" ("id", "studyId");
CREATE INDEX "Round_studyId_idx" ON "Round" ("studyId");
ALTER TABLE "Round" ADD CONSTRAINT "Round_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Assignment" (
    "roundId" UUID NOT NULL,
    "transcriptId" UUID NOT NULL,
    "coderId" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "doneAt" TIMESTAMPTZ,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("roundId", "transcriptId", "coderId")
);
CREATE INDEX "Assignment_coderId_studyId_idx" ON "Assignment" ("coderId", "studyId");
CREATE INDEX "Assignment_transcriptId_studyId_idx" ON "Assignment" ("transcriptId", "studyId");
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_roundId_studyId_fkey" FOREIGN KEY ("roundId", "studyId") REFERENCES "Round"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_transcriptId_studyId_fkey" FOREIGN KEY ("transcriptId", "studyId") REFERENCES "Transcript"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_coderId_fkey" FOREIGN KEY ("coderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who sees their own codings alone, in which transcript: everybody but those who lead and do not code in the
-- round themselves, until it is revealed. The rule is `isBlind` of lib/access/blind.ts; the two are kept alike by a test.
CREATE VIEW "Blind" AS
SELECT m."studyId", m."userId", a."transcriptId"
FROM "Round" r
JOIN "Membership" m ON m."studyId" = r."studyId"
JOIN "Assignment" a ON a."roundId" = r."id"
WHERE r."kind" <> 'open' AND r."openedAt" IS NOT NULL AND r."revealedAt" IS NULL
  AND (m."role" NOT IN ('owner', 'lead')
    OR EXISTS (SELECT 1 FROM "Assignment" o WHERE o."roundId" = r."id" AND o."coderId" = m."userId"));
