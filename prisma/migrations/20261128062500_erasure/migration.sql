-- Real erasure: what somebody said, and what was made of it, goes for good; the history keeps that something was
-- done there, by whom and when, and none of what it was.

-- Why the content of an event is gone: its time was over, or it was erased.
CREATE TYPE "Forgetting" AS ENUM ('purged', 'erased');
ALTER TABLE "HistoryEvent" ADD COLUMN "forgotten" "Forgetting";
ALTER TABLE "HistoryEvent" DISABLE TRIGGER "HistoryEvent_append_only";
UPDATE "HistoryEvent" SET "forgotten" = 'purged' WHERE "after" = '{"purged": true}';
ALTER TABLE "HistoryEvent" ENABLE TRIGGER "HistoryEvent_append_only";

-- Ids alone of what was erased, so that whoever asks for it is told so, and nothing is made again under one of them.
CREATE TYPE "ErasedKind" AS ENUM ('interviewee', 'interview', 'transcript');
CREATE TABLE "Erased" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "kind" "ErasedKind" NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Erased_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Erased_studyId_idx" ON "Erased" ("studyId");
ALTER TABLE "Erased" ADD CONSTRAINT "Erased_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever writes in a study shares this lock until they have committed, and whoever erases there holds it alone: nobody
-- who read something before it was erased writes it down afterwards.
CREATE FUNCTION "erasureLock"("study" uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended('erasure ' || "study", 0);
$$;

-- Whether all that is different of an event's content is that parts of it have given way to the mark.
CREATE FUNCTION "onlyForgets"("was" jsonb, "becomes" jsonb, "mark" jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF "was" IS NULL OR "becomes" IS NULL THEN RETURN "was" IS NULL AND "becomes" IS NULL; END IF;
  IF "becomes" = "mark" OR "becomes" = "was" THEN RETURN true; END IF;
  IF jsonb_typeof("was") = 'object' AND jsonb_typeof("becomes") = 'object' THEN
    RETURN NOT EXISTS (
      SELECT 1 FROM jsonb_each("was") w FULL JOIN jsonb_each("becomes") b ON b.key = w.key
      WHERE w.key IS NULL OR b.key IS NULL OR NOT "onlyForgets"(w.value, b.value, "mark"));
  END IF;
  IF jsonb_typeof("was") = 'array' AND jsonb_typeof("becomes") = 'array' THEN
    RETURN jsonb_array_length("was") = jsonb_array_length("becomes") AND NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements("was") WITH ORDINALITY w(value, at)
      JOIN jsonb_array_elements("becomes") WITH ORDINALITY b(value, at) USING (at)
      WHERE NOT "onlyForgets"(w.value, b.value, "mark"));
  END IF;
  RETURN false;
END $$;

-- Of an event only content may go, for a mark that says why. What is erased goes in the very transaction that has
-- logged that it is: `kikitori.forgetting` names the event that says so. What is too old says "purged" there.
CREATE OR REPLACE FUNCTION "appendOnly"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told text := coalesce(current_setting('kikitori.forgetting', true), '');
  mark jsonb := CASE WHEN told = 'purged' THEN '{"purged": true}' ELSE '{"erased": true}' END;
BEGIN
  IF told <> ''
    AND (NEW."id", NEW."studyId", NEW."seq", NEW."actorId", NEW."transcriptId", NEW."kind", NEW."undoes", NEW."at")
      IS NOT DISTINCT FROM (OLD."id", OLD."studyId", OLD."seq", OLD."actorId", OLD."transcriptId", OLD."kind", OLD."undoes", OLD."at")
    AND NEW."forgotten" = (CASE WHEN told = 'purged' THEN coalesce(OLD."forgotten", 'purged') ELSE 'erased' END)::"Forgetting"
    AND (told = 'purged' OR EXISTS (
      SELECT 1 FROM "HistoryEvent" e WHERE e."id" = told::uuid AND e."studyId" = OLD."studyId"
        AND e."kind" IN ('interviewee.erase', 'transcript.erase') AND e.xmin = pg_current_xact_id()::xid))
    AND "onlyForgets"(OLD."before", NEW."before", mark) AND "onlyForgets"(OLD."after", NEW."after", mark) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'HistoryEvent_append_only';
END $$;

-- An event outlives its transcript where that was erased, and keeps its id, which says nothing. Whatever else the key
-- held is held here: an event is of a transcript of its study, and no transcript goes from under its history otherwise.
ALTER TABLE "HistoryEvent" DROP CONSTRAINT "HistoryEvent_transcriptId_studyId_fkey";
CREATE FUNCTION "eventOfTranscript"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Transcript" WHERE "id" = NEW."transcriptId" AND "studyId" = NEW."studyId" FOR KEY SHARE;
  IF NOT FOUND AND NOT (NEW."kind" = 'transcript.erase'
    AND EXISTS (SELECT 1 FROM "Erased" WHERE "id" = NEW."transcriptId" AND "studyId" = NEW."studyId")) THEN
    RAISE EXCEPTION 'the event is of no transcript of the study' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'HistoryEvent_of_transcript';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "HistoryEvent_of_transcript" BEFORE INSERT ON "HistoryEvent" FOR EACH ROW
  WHEN (NEW."transcriptId" IS NOT NULL) EXECUTE FUNCTION "eventOfTranscript"();
CREATE FUNCTION "keepUnderHistory"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "HistoryEvent" WHERE "transcriptId" = OLD."id")
    AND NOT EXISTS (SELECT 1 FROM "Erased" WHERE "id" = OLD."id" AND "studyId" = OLD."studyId") THEN
    RAISE EXCEPTION 'the transcript has a history' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'Transcript_under_history';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "Transcript_under_history" BEFORE DELETE ON "Transcript" FOR EACH ROW EXECUTE FUNCTION "keepUnderHistory"();

-- Nothing is made again under the id of what was erased.
CREATE FUNCTION "neverErased"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Erased" WHERE "id" = NEW."id") THEN
    RAISE EXCEPTION 'it was erased' USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_erased';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Interviewee_erased" BEFORE INSERT ON "Interviewee" FOR EACH ROW EXECUTE FUNCTION "neverErased"();
CREATE TRIGGER "Interview_erased" BEFORE INSERT ON "Interview" FOR EACH ROW EXECUTE FUNCTION "neverErased"();
CREATE TRIGGER "Transcript_erased" BEFORE INSERT ON "Transcript" FOR EACH ROW EXECUTE FUNCTION "neverErased"();

-- What was chosen for a file has no keys: no file is tied to somebody who was erased while it was.
CREATE FUNCTION "uploadOfNobodyErased"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  study uuid := (SELECT "studyId" FROM "ImportBatch" WHERE "id" = NEW."batchId");
BEGIN
  PERFORM pg_advisory_xact_lock_shared("erasureLock"(study));
  IF EXISTS (SELECT 1 FROM "Erased" e WHERE e."studyId" = study AND strpos(NEW."choices"::text, e."id"::text) > 0) THEN
    RAISE EXCEPTION 'the file is of somebody who was erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'Upload_erased';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Upload_erased" BEFORE UPDATE OF "choices" ON "Upload" FOR EACH ROW
  WHEN (NEW."choices" IS NOT NULL AND NEW."choices" IS DISTINCT FROM OLD."choices") EXECUTE FUNCTION "uploadOfNobodyErased"();

-- The codings of a segment that goes are found by it, whether they are deleted or not.
CREATE INDEX "Coding_segmentId_idx" ON "Coding" ("segmentId");
