-- What the columns' types cannot say.

-- Ranges are half-open, in UTF-16 code units, inside the text.
ALTER TABLE "TranscriptVersion" ADD CONSTRAINT "TranscriptVersion_length" CHECK ("length" >= 0 AND "number" >= 1);
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_range" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_range" CHECK ("start" >= 0 AND "bodyStart" >= "start" AND "end" >= "bodyStart" AND "end" > "start");
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_time" CHECK ("atMs" >= 0);
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_range" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_range" CHECK ("start" >= 0 AND "end" > "start");

CREATE FUNCTION "insideText"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."end" > (SELECT "length" FROM "TranscriptVersion" WHERE "id" = NEW."versionId") THEN
    RAISE EXCEPTION 'the range [%, %) of % ends outside the text', NEW."start", NEW."end", TG_TABLE_NAME
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_inside_text';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Segment_inside_text" BEFORE INSERT OR UPDATE OF "start", "end", "versionId" ON "Segment"
  FOR EACH ROW EXECUTE FUNCTION "insideText"();
CREATE TRIGGER "Passage_inside_text" BEFORE INSERT OR UPDATE OF "start", "end", "versionId" ON "Passage"
  FOR EACH ROW EXECUTE FUNCTION "insideText"();

-- One current version a transcript; one live segment per coder and range; one live coding per segment and code.
CREATE UNIQUE INDEX "TranscriptVersion_current" ON "TranscriptVersion" ("transcriptId") WHERE "current";
CREATE UNIQUE INDEX "Segment_live_range" ON "Segment" ("versionId", "coderId", "start", "end") WHERE "deletedAt" IS NULL;
CREATE UNIQUE INDEX "Coding_live" ON "Coding" ("segmentId", "codeId") WHERE "deletedAt" IS NULL;

-- Siblings of a codebook have different names, whatever their case; the roots are siblings too.
CREATE UNIQUE INDEX "Code_sibling_name" ON "Code" ("studyId", "parentId", lower("name")) NULLS NOT DISTINCT WHERE "retiredAt" IS NULL;
ALTER TABLE "Code" ADD CONSTRAINT "Code_not_own_parent" CHECK ("parentId" IS DISTINCT FROM "id");
ALTER TABLE "Code" ADD CONSTRAINT "Code_hue" CHECK ("hue" BETWEEN 0 AND 5);

ALTER TABLE "Interviewee" ADD CONSTRAINT "Interviewee_number" CHECK ("number" >= 1);
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_minutes" CHECK ("minutes" > 0);
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));

-- A coding's code comes from the codebook that its study uses; a segment's version is its transcript's.
CREATE FUNCTION "codeOfStudy"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."codebookStudyId" IS DISTINCT FROM (SELECT "codebookStudyId" FROM "Study" WHERE "id" = NEW."studyId") THEN
    RAISE EXCEPTION 'the code is not in the codebook of the study' USING ERRCODE = 'check_violation', CONSTRAINT = 'Coding_code_of_study';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Coding_code_of_study" BEFORE INSERT OR UPDATE OF "codeId", "studyId" ON "Coding"
  FOR EACH ROW EXECUTE FUNCTION "codeOfStudy"();

-- History only grows: no event is changed, and none is deleted but with its whole study.
CREATE FUNCTION "appendOnly"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'HistoryEvent_append_only';
END $$;
CREATE TRIGGER "HistoryEvent_append_only" BEFORE UPDATE ON "HistoryEvent" FOR EACH ROW EXECUTE FUNCTION "appendOnly"();

-- The hot reads: the live segments of a version, and the live codings of a segment, of a code, of a study.
CREATE INDEX "Segment_live_version" ON "Segment" ("versionId", "start") WHERE "deletedAt" IS NULL;
CREATE INDEX "Segment_live_transcript" ON "Segment" ("transcriptId") WHERE "deletedAt" IS NULL;
CREATE INDEX "Coding_live_study_code" ON "Coding" ("studyId", "codeId") WHERE "deletedAt" IS NULL;

-- An event is taken back once; what takes it back can be taken back in turn, which is a redo.
CREATE UNIQUE INDEX "HistoryEvent_undone_once" ON "HistoryEvent" ("undoes") WHERE "undoes" IS NOT NULL;
