-- What was deleted is gone for good after its time, and then the history holds none of it either: of an event only
-- its rows may be taken away, and only by whoever says that this is what they do.
CREATE OR REPLACE FUNCTION "appendOnly"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('kikitori.purging', true), '') = 'on' AND NEW."after" = '{"purged": true}'
    AND (NEW."before" IS NULL OR NEW."before" = '{"purged": true}')
    AND (NEW."id", NEW."studyId", NEW."seq", NEW."actorId", NEW."transcriptId", NEW."kind", NEW."undoes", NEW."at")
      IS NOT DISTINCT FROM (OLD."id", OLD."studyId", OLD."seq", OLD."actorId", OLD."transcriptId", OLD."kind", OLD."undoes", OLD."at") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'HistoryEvent_append_only';
END $$;

-- What waits for its time to be over.
CREATE INDEX "Memo_deletedAt_idx" ON "Memo" ("deletedAt") WHERE "deletedAt" IS NOT NULL;
CREATE INDEX "Segment_deletedAt_idx" ON "Segment" ("deletedAt") WHERE "deletedAt" IS NOT NULL;
CREATE INDEX "Coding_deletedAt_idx" ON "Coding" ("deletedAt") WHERE "deletedAt" IS NOT NULL;
