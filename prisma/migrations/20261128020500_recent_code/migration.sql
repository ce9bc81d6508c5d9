-- The codes that somebody used last in a study.
CREATE TABLE "RecentCode" (
    "studyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "codeId" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "RecentCode_pkey" PRIMARY KEY ("studyId", "userId", "codeId")
);
CREATE INDEX "RecentCode_userId_idx" ON "RecentCode" ("userId");
CREATE INDEX "RecentCode_codeId_idx" ON "RecentCode" ("codeId");
ALTER TABLE "RecentCode" ADD CONSTRAINT "RecentCode_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecentCode" ADD CONSTRAINT "RecentCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecentCode" ADD CONSTRAINT "RecentCode_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code"("id") ON DELETE CASCADE ON UPDATE CASCADE;
