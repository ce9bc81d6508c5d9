-- Recordings that are kept with transcripts, in pieces.
CREATE TABLE "Recording" (
    "id" UUID NOT NULL,
    "transcriptId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "size" INTEGER NOT NULL DEFAULT 0,
    "sha256" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMPTZ,

    CONSTRAINT "Recording_pkey" PRIMARY KEY ("id"),
    -- One that is played is known to be sound, and is not empty.
    CONSTRAINT "Recording_whole" CHECK ("readyAt" IS NULL OR ("kind" LIKE 'audio/%' AND "size" > 0 AND "sha256" <> ''))
);
CREATE INDEX "Recording_transcriptId_idx" ON "Recording" ("transcriptId");
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_transcriptId_fkey" FOREIGN KEY ("transcriptId") REFERENCES "Transcript"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "RecordingPiece" (
    "recordingId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "RecordingPiece_pkey" PRIMARY KEY ("recordingId", "start"),
    CONSTRAINT "RecordingPiece_place" CHECK ("start" >= 0)
);
ALTER TABLE "RecordingPiece" ADD CONSTRAINT "RecordingPiece_recordingId_fkey" FOREIGN KEY ("recordingId") REFERENCES "Recording"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Sound does not get shorter by packing it once more, and a part of what is not packed is read without the rest.
ALTER TABLE "RecordingPiece" ALTER COLUMN "data" SET STORAGE EXTERNAL;

-- One recording a transcript; those on their way are nobody's yet.
CREATE UNIQUE INDEX "Recording_ready" ON "Recording" ("transcriptId") WHERE "readyAt" IS NOT NULL;
