-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'lead', 'coder', 'trainee', 'viewer');

-- CreateEnum
CREATE TYPE "Permission" AS ENUM ('named', 'number', 'sector', 'paraphrase', 'withheld');

-- CreateEnum
CREATE TYPE "SpeakerRole" AS ENUM ('interviewer', 'interviewee', 'other');

-- CreateEnum
CREATE TYPE "PassageStatus" AS ENUM ('answered', 'unanswered');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('personal', 'organisation', 'not_stated');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "disabledAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ,

    CONSTRAINT "SetupToken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "studyId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "email" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "acceptedAt" TIMESTAMPTZ,
    "acceptedById" UUID,
    "revokedAt" TIMESTAMPTZ,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "studyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("studyId","userId")
);

-- CreateTable
CREATE TABLE "Study" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "notice" TEXT NOT NULL DEFAULT '',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "codebookStudyId" UUID NOT NULL,
    "guideStudyId" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sector" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Sector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interviewee" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "sectorId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "permission" "Permission" NOT NULL DEFAULT 'number',

    CONSTRAINT "Interviewee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntervieweeName" (
    "intervieweeId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "IntervieweeName_pkey" PRIMARY KEY ("intervieweeId")
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "date" DATE,
    "minutes" INTEGER,
    "interviewers" TEXT[],
    "mode" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterviewInterviewee" (
    "interviewId" UUID NOT NULL,
    "intervieweeId" UUID NOT NULL,
    "studyId" UUID NOT NULL,

    CONSTRAINT "InterviewInterviewee_pkey" PRIMARY KEY ("interviewId","intervieweeId")
);

-- CreateTable
CREATE TABLE "Cluster" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "clusterId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "followUp" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Transcript" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "interviewId" UUID,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "pairId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Transcript_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TranscriptVersion" (
    "id" UUID NOT NULL,
    "transcriptId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "current" BOOLEAN NOT NULL,
    "length" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TranscriptVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paragraph" (
    "versionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Paragraph_pkey" PRIMARY KEY ("versionId","ordinal")
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" UUID NOT NULL,
    "transcriptId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "aliases" TEXT[],
    "role" "SpeakerRole" NOT NULL,
    "intervieweeId" UUID,

    CONSTRAINT "Speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "versionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "bodyStart" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "speakerId" UUID,
    "atMs" INTEGER,
    "align" INTEGER,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("versionId","ordinal")
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "status" "PassageStatus" NOT NULL,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Code" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "parentId" UUID,
    "name" TEXT NOT NULL,
    "hue" INTEGER NOT NULL,
    "definition" TEXT NOT NULL DEFAULT '',
    "whenToUse" TEXT NOT NULL DEFAULT '',
    "whenNotToUse" TEXT NOT NULL DEFAULT '',
    "example" TEXT NOT NULL DEFAULT '',
    "counterExample" TEXT NOT NULL DEFAULT '',
    "shortcut" TEXT,
    "position" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "Code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodebookRevision" (
    "studyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodebookRevision_pkey" PRIMARY KEY ("studyId","number")
);

-- CreateTable
CREATE TABLE "Segment" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "transcriptId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "coderId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "stance" "Stance" NOT NULL DEFAULT 'not_stated',
    "permission" "Permission",
    "memo" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ,

    CONSTRAINT "Segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" UUID NOT NULL,
    "segmentId" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "coderId" UUID NOT NULL,
    "codeId" UUID NOT NULL,
    "codebookStudyId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ,

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HistoryEvent" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "actorId" UUID NOT NULL,
    "transcriptId" UUID,
    "kind" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "undoes" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HistoryEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Digest" (
    "transcriptId" UUID NOT NULL,
    "filter" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "Digest_pkey" PRIMARY KEY ("transcriptId","filter")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "SignInAttempt_key_at_idx" ON "SignInAttempt"("key", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_studyId_idx" ON "Invitation"("studyId");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Sector_studyId_name_key" ON "Sector"("studyId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Sector_id_studyId_key" ON "Sector"("id", "studyId");

-- CreateIndex
CREATE INDEX "Interviewee_sectorId_idx" ON "Interviewee"("sectorId");

-- CreateIndex
CREATE UNIQUE INDEX "Interviewee_studyId_number_key" ON "Interviewee"("studyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Interviewee_id_studyId_key" ON "Interviewee"("id", "studyId");

-- CreateIndex
CREATE INDEX "Interview_studyId_idx" ON "Interview"("studyId");

-- CreateIndex
CREATE UNIQUE INDEX "Interview_id_studyId_key" ON "Interview"("id", "studyId");

-- CreateIndex
CREATE INDEX "InterviewInterviewee_intervieweeId_idx" ON "InterviewInterviewee"("intervieweeId");

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_studyId_key_key" ON "Cluster"("studyId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Question_clusterId_key_key" ON "Question"("clusterId", "key");

-- CreateIndex
CREATE INDEX "Transcript_studyId_idx" ON "Transcript"("studyId");

-- CreateIndex
CREATE INDEX "Transcript_interviewId_idx" ON "Transcript"("interviewId");

-- CreateIndex
CREATE INDEX "Transcript_pairId_idx" ON "Transcript"("pairId");

-- CreateIndex
CREATE UNIQUE INDEX "Transcript_id_studyId_key" ON "Transcript"("id", "studyId");

-- CreateIndex
CREATE UNIQUE INDEX "TranscriptVersion_transcriptId_number_key" ON "TranscriptVersion"("transcriptId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "TranscriptVersion_id_transcriptId_key" ON "TranscriptVersion"("id", "transcriptId");

-- CreateIndex
CREATE INDEX "Paragraph_versionId_start_idx" ON "Paragraph"("versionId", "start");

-- CreateIndex
CREATE INDEX "Speaker_intervieweeId_idx" ON "Speaker"("intervieweeId");

-- CreateIndex
CREATE UNIQUE INDEX "Speaker_transcriptId_label_key" ON "Speaker"("transcriptId", "label");

-- CreateIndex
CREATE INDEX "Turn_speakerId_idx" ON "Turn"("speakerId");

-- CreateIndex
CREATE INDEX "Passage_versionId_start_idx" ON "Passage"("versionId", "start");

-- CreateIndex
CREATE INDEX "Passage_questionId_idx" ON "Passage"("questionId");

-- CreateIndex
CREATE INDEX "Code_parentId_idx" ON "Code"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Code_id_studyId_key" ON "Code"("id", "studyId");

-- CreateIndex
CREATE UNIQUE INDEX "Code_studyId_shortcut_key" ON "Code"("studyId", "shortcut");

-- CreateIndex
CREATE INDEX "Segment_studyId_idx" ON "Segment"("studyId");

-- CreateIndex
CREATE UNIQUE INDEX "Segment_id_studyId_coderId_key" ON "Segment"("id", "studyId", "coderId");

-- CreateIndex
CREATE INDEX "Coding_codeId_idx" ON "Coding"("codeId");

-- CreateIndex
CREATE INDEX "HistoryEvent_transcriptId_seq_idx" ON "HistoryEvent"("transcriptId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "HistoryEvent_studyId_seq_key" ON "HistoryEvent"("studyId", "seq");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Study" ADD CONSTRAINT "Study_codebookStudyId_fkey" FOREIGN KEY ("codebookStudyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Study" ADD CONSTRAINT "Study_guideStudyId_fkey" FOREIGN KEY ("guideStudyId") REFERENCES "Study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sector" ADD CONSTRAINT "Sector_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interviewee" ADD CONSTRAINT "Interviewee_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interviewee" ADD CONSTRAINT "Interviewee_sectorId_studyId_fkey" FOREIGN KEY ("sectorId", "studyId") REFERENCES "Sector"("id", "studyId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntervieweeName" ADD CONSTRAINT "IntervieweeName_intervieweeId_fkey" FOREIGN KEY ("intervieweeId") REFERENCES "Interviewee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewInterviewee" ADD CONSTRAINT "InterviewInterviewee_interviewId_studyId_fkey" FOREIGN KEY ("interviewId", "studyId") REFERENCES "Interview"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterviewInterviewee" ADD CONSTRAINT "InterviewInterviewee_intervieweeId_studyId_fkey" FOREIGN KEY ("intervieweeId", "studyId") REFERENCES "Interviewee"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cluster" ADD CONSTRAINT "Cluster_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transcript" ADD CONSTRAINT "Transcript_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transcript" ADD CONSTRAINT "Transcript_interviewId_studyId_fkey" FOREIGN KEY ("interviewId", "studyId") REFERENCES "Interview"("id", "studyId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranscriptVersion" ADD CONSTRAINT "TranscriptVersion_transcriptId_fkey" FOREIGN KEY ("transcriptId") REFERENCES "Transcript"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "TranscriptVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_transcriptId_fkey" FOREIGN KEY ("transcriptId") REFERENCES "Transcript"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_intervieweeId_fkey" FOREIGN KEY ("intervieweeId") REFERENCES "Interviewee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "TranscriptVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "TranscriptVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_parentId_studyId_fkey" FOREIGN KEY ("parentId", "studyId") REFERENCES "Code"("id", "studyId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookRevision" ADD CONSTRAINT "CodebookRevision_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_transcriptId_studyId_fkey" FOREIGN KEY ("transcriptId", "studyId") REFERENCES "Transcript"("id", "studyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_versionId_transcriptId_fkey" FOREIGN KEY ("versionId", "transcriptId") REFERENCES "TranscriptVersion"("id", "transcriptId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_coderId_fkey" FOREIGN KEY ("coderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_segmentId_studyId_coderId_fkey" FOREIGN KEY ("segmentId", "studyId", "coderId") REFERENCES "Segment"("id", "studyId", "coderId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_codeId_codebookStudyId_fkey" FOREIGN KEY ("codeId", "codebookStudyId") REFERENCES "Code"("id", "studyId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_coderId_fkey" FOREIGN KEY ("coderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HistoryEvent" ADD CONSTRAINT "HistoryEvent_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HistoryEvent" ADD CONSTRAINT "HistoryEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HistoryEvent" ADD CONSTRAINT "HistoryEvent_transcriptId_studyId_fkey" FOREIGN KEY ("transcriptId", "studyId") REFERENCES "Transcript"("id", "studyId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_transcriptId_fkey" FOREIGN KEY ("transcriptId") REFERENCES "Transcript"("id") ON DELETE CASCADE ON UPDATE CASCADE;


