-- Where somebody stopped reading a transcript.
CREATE TABLE "ReadingPlace" (
    "transcriptId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "offset" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadingPlace_pkey" PRIMARY KEY ("transcriptId", "userId"),
    CONSTRAINT "ReadingPlace_offset" CHECK ("offset" >= 0)
);
CREATE INDEX "ReadingPlace_userId_idx" ON "ReadingPlace" ("userId");
ALTER TABLE "ReadingPlace" ADD CONSTRAINT "ReadingPlace_versionId_transcriptId_fkey" FOREIGN KEY ("versionId", "transcriptId") REFERENCES "TranscriptVersion"("id", "transcriptId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReadingPlace" ADD CONSTRAINT "ReadingPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
