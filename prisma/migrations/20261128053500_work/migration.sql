-- How far long work has come: a row for each while it is done, gone with it. The work itself is one transaction, and
-- nobody sees into that from outside; so this is written beside it, and nothing is lost with the table.
CREATE TYPE "WorkKind" AS ENUM ('code', 'undo', 'look', 'restore');

CREATE UNLOGGED TABLE "Work" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "WorkKind" NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "begunAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelledAt" TIMESTAMPTZ,

    CONSTRAINT "Work_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Work_done" CHECK ("done" BETWEEN 0 AND "total")
);
CREATE INDEX "Work_studyId_userId_idx" ON "Work"("studyId", "userId");

-- Only a member works in a study.
ALTER TABLE "Work" ADD CONSTRAINT "Work_studyId_userId_fkey" FOREIGN KEY ("studyId", "userId") REFERENCES "Membership"("studyId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
