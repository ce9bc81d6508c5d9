-- Which sending of a recording its pieces come from, while it is on its way: one that begins under the same id takes the
-- place of the one before, whose pieces are no longer taken.
ALTER TABLE "Recording" ADD COLUMN "sendingId" UUID;
