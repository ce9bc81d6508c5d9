-- CreateEnum
CREATE TYPE "AttributeKind" AS ENUM ('text', 'number', 'date', 'choice');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('interview', 'document', 'record', 'report', 'field_note');

-- CreateEnum
CREATE TYPE "VersionChange" AS ENUM ('added', 'corrected', 'replaced', 'restored', 'redacted');

-- CreateEnum
CREATE TYPE "UploadStatus" AS ENUM ('received', 'reading', 'read', 'chosen', 'storing', 'stored', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "Transcript" ADD COLUMN     "date" DATE,
ADD COLUMN     "kind" "SourceKind" NOT NULL DEFAULT 'interview',
ADD COLUMN     "publisher" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "TranscriptVersion" ADD COLUMN     "change" "VersionChange" NOT NULL DEFAULT 'added',
ADD COLUMN     "createdById" UUID;

-- AlterTable
ALTER TABLE "Passage" ADD COLUMN     "byHand" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Attribute" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AttributeKind" NOT NULL,
    "choices" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "Attribute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributeValue" (
    "attributeId" UUID NOT NULL,
    "intervieweeId" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "AttributeValue_pkey" PRIMARY KEY ("attributeId","intervieweeId")
);

-- CreateTable
CREATE TABLE "SyncPoint" (
    "versionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "ms" INTEGER NOT NULL,

    CONSTRAINT "SyncPoint_pkey" PRIMARY KEY ("versionId","ordinal")
);

-- CreateTable
CREATE TABLE "Redaction" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "original" TEXT NOT NULL,

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pseudonym" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "original" TEXT NOT NULL,
    "replacement" TEXT NOT NULL,

    CONSTRAINT "Pseudonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelledAt" TIMESTAMPTZ,
    "choices" JSONB,

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "UploadStatus" NOT NULL DEFAULT 'received',
    "problem" TEXT,
    "reading" BYTEA,
    "choices" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leasedUntil" TIMESTAMPTZ,
    "transcriptId" UUID,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadChunk" (
    "uploadId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "UploadChunk_pkey" PRIMARY KEY ("uploadId","ordinal")
);

-- CreateIndex
CREATE UNIQUE INDEX "Attribute_studyId_name_key" ON "Attribute"("studyId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Attribute_id_studyId_key" ON "Attribute"("id", "studyId");

-- CreateIndex
CREATE INDEX "AttributeValue_intervieweeId_idx" ON "AttributeValue"("intervieweeId");

-- CreateIndex
CREATE INDEX "Redaction_versionId_start_idx" ON "Redaction"("versionId", "start");

-- CreateIndex
CREATE UNIQUE INDEX "Pseudonym_studyId_original_key" ON "Pseudonym"("studyId", "original");

-- CreateIndex
CREATE INDEX "ImportBatch_studyId_createdAt_idx" ON "ImportBatch"("studyId", "createdAt");

-- CreateIndex
CREATE INDEX "Upload_transcriptId_idx" ON "Upload"("transcriptId");

-- CreateIndex
CREATE INDEX "Upload_status_createdAt_idx" ON "Upload"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Upload_batchId_position_key" ON "Upload"("batchId", "position");

-- AddForeignKey
ALTER TABLE "Attribute" ADD CONSTRAINT "Attribute_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributeValue" ADD CONSTRAINT "AttributeValue_attributeId_studyId_fkey" FOREIGN KEY ("attributeId", "studyId") REFERENCES "Attribute"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributeValue" ADD CONSTRAINT "AttributeValue_intervieweeId_studyId_fkey" FOREIGN KEY ("intervieweeId", "studyId") REFERENCES "Interviewee"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranscriptVersion" ADD CONSTRAINT "TranscriptVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncPoint" ADD CONSTRAINT "SyncPoint_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "TranscriptVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "TranscriptVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pseudonym" ADD CONSTRAINT "Pseudonym_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_transcriptId_fkey" FOREIGN KEY ("transcriptId") REFERENCES "Transcript"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadChunk" ADD CONSTRAINT "UploadChunk_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What the columns' types cannot say.

ALTER TABLE "SyncPoint" ADD CONSTRAINT "SyncPoint_place" CHECK ("at" >= 0 AND "ms" >= 0);
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_range" CHECK ("start" >= 0 AND "end" > "start");
CREATE TRIGGER "Redaction_inside_text" BEFORE INSERT OR UPDATE OF "start", "end", "versionId" ON "Redaction"
  FOR EACH ROW EXECUTE FUNCTION "insideText"();
ALTER TABLE "Transcript" ADD CONSTRAINT "Transcript_only_interviews_have_one" CHECK ("kind" = 'interview' OR "interviewId" IS NULL);
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_sizes" CHECK ("size" >= 0 AND "position" >= 0 AND "attempts" >= 0);

-- The files that wait for a worker, or whose worker may be gone.
CREATE INDEX "Upload_work" ON "Upload" ("createdAt") WHERE "status" IN ('received', 'reading', 'chosen', 'storing');
