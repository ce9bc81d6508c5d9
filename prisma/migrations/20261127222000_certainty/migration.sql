-- How sure the coder is of a segment, surest first; null where it is not said.
CREATE TYPE "Certainty" AS ENUM ('certain', 'fairly', 'unsure');
ALTER TABLE "Segment" ADD COLUMN "certainty" "Certainty";
