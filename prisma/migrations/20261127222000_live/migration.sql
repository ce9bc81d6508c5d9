-- Whoever listens learns, with the commit, up to which event the history of a study has come. The event
-- itself is read by those who may see it: a notice holds eight kilobytes, and anybody may listen.
CREATE FUNCTION "tellOfEvent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('kikitori_history', NEW."studyId" || ' ' || NEW."seq");
  RETURN NULL;
END $$;
CREATE TRIGGER "HistoryEvent_tell" AFTER INSERT ON "HistoryEvent" FOR EACH ROW EXECUTE FUNCTION "tellOfEvent"();

-- Who is where now: a row for each open stream of live events, gone with it. Nothing is lost with the
-- table, so it is not worth the disk's time.
CREATE UNLOGGED TABLE "Presence" (
    "streamId" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "transcriptId" UUID,
    "seenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("streamId")
);
CREATE INDEX "Presence_studyId_userId_idx" ON "Presence"("studyId", "userId");
CREATE INDEX "Presence_transcriptId_studyId_idx" ON "Presence"("transcriptId", "studyId");

-- Only a member is present, and only in a transcript of the study.
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_studyId_userId_fkey" FOREIGN KEY ("studyId", "userId") REFERENCES "Membership"("studyId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_transcriptId_studyId_fkey" FOREIGN KEY ("transcriptId", "studyId") REFERENCES "Transcript"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;
