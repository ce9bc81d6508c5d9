-- A person's undo and redo outside of texts look for their own steps, among which codings lie by the thousand.
CREATE INDEX "HistoryEvent_steps" ON "HistoryEvent" ("studyId", "actorId", "seq")
  WHERE "kind" NOT LIKE 'coding.%' AND "kind" NOT LIKE 'passage.%' AND NOT ("kind" LIKE 'code.%' AND "transcriptId" IS NOT NULL)
    AND "kind" NOT IN ('member.join', 'study.create', 'sample.loaded');
