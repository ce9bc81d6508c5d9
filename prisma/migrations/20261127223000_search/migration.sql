-- Words are found by the trigrams of their folded form. The extension comes with PostgreSQL, and is trusted:
-- whoever owns the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- AlterTable
ALTER TABLE "TranscriptVersion" ADD COLUMN     "foldedAs" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "SearchText" (
    "versionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "turn" INTEGER,
    "firstLine" INTEGER NOT NULL,
    "lastLine" INTEGER NOT NULL,
    "folded" TEXT NOT NULL,
    "short" TEXT[],

    CONSTRAINT "SearchText_pkey" PRIMARY KEY ("versionId","start")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "studyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "TranscriptVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What the columns' types cannot say.

ALTER TABLE "SearchText" ADD CONSTRAINT "SearchText_range" CHECK ("start" >= 0 AND "end" > "start" AND "firstLine" >= 0 AND "lastLine" >= "firstLine" AND "turn" >= 0);
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_words" CHECK ("name" <> '' AND "query" <> '');
-- Names of a study's searches differ, whatever their case.
CREATE UNIQUE INDEX "SavedSearch_name" ON "SavedSearch" ("studyId", lower("name"));

-- Trigrams for three letters and more; what is shorter by itself. Without lists of what waits to be indexed,
-- which every search would have to go through.
CREATE INDEX "SearchText_trigrams" ON "SearchText" USING gin ("folded" gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX "SearchText_short" ON "SearchText" USING gin ("short") WITH (fastupdate = off);

-- Only current versions are searched: what a version leaves behind, when another takes its place, goes.
CREATE FUNCTION "unfold"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchText" WHERE "versionId" = NEW."id";
  NEW."foldedAs" := 0;
  RETURN NEW;
END $$;
CREATE TRIGGER "TranscriptVersion_superseded" BEFORE UPDATE OF "current" ON "TranscriptVersion"
  FOR EACH ROW WHEN (OLD."current" AND NOT NEW."current") EXECUTE FUNCTION "unfold"();
