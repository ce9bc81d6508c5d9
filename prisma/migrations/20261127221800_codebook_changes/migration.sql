-- Which revision last changed what a code means, and what a code was merged into.
ALTER TABLE "Code" ADD COLUMN "meaningSince" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "mergedIntoId" UUID;
ALTER TABLE "Code" ADD CONSTRAINT "Code_meaningSince" CHECK ("meaningSince" >= 0);
ALTER TABLE "Code" ADD CONSTRAINT "Code_mergedIntoId_studyId_fkey" FOREIGN KEY ("mergedIntoId", "studyId")
  REFERENCES "Code"("id", "studyId") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What was merged into another code is out of use.
ALTER TABLE "Code" ADD CONSTRAINT "Code_merged" CHECK ("mergedIntoId" IS NULL OR ("retiredAt" IS NOT NULL AND "mergedIntoId" <> "id"));
CREATE INDEX "Code_mergedIntoId_idx" ON "Code"("mergedIntoId");

-- A segment that shows what a code is, or is not. Its words are read from the segment, so that a correction, a
-- pseudonym and a stricter permission hold here too.
CREATE TABLE "CodeExample" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "segmentId" UUID NOT NULL,
    "coderId" UUID NOT NULL,
    "codeId" UUID NOT NULL,
    "codebookStudyId" UUID NOT NULL,
    "counter" BOOLEAN NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodeExample_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CodeExample_codeId_segmentId_key" ON "CodeExample"("codeId", "segmentId");
CREATE INDEX "CodeExample_studyId_codeId_idx" ON "CodeExample"("studyId", "codeId");
CREATE INDEX "CodeExample_segmentId_idx" ON "CodeExample"("segmentId");
ALTER TABLE "CodeExample" ADD CONSTRAINT "CodeExample_segment_fkey" FOREIGN KEY ("segmentId", "studyId", "coderId")
  REFERENCES "Segment"("id", "studyId", "coderId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CodeExample" ADD CONSTRAINT "CodeExample_code_fkey" FOREIGN KEY ("codeId", "codebookStudyId")
  REFERENCES "Code"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CodeExample" ADD CONSTRAINT "CodeExample_createdById_fkey" FOREIGN KEY ("createdById")
  REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER "CodeExample_code_of_study" BEFORE INSERT OR UPDATE OF "codeId", "studyId" ON "CodeExample"
  FOR EACH ROW EXECUTE FUNCTION "codeOfStudy"();

-- The codebook looks back at its own changes, few among all events of a study.
CREATE INDEX "HistoryEvent_of_codebook" ON "HistoryEvent" ("studyId", "seq") WHERE "kind" LIKE 'code.%' AND "transcriptId" IS NULL;
