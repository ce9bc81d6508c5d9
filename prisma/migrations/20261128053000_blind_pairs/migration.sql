-- Whoever is blind in a transcript is blind in its other language too: it is the same talk, and what others coded
-- there tells what they would code here.
CREATE OR REPLACE VIEW "Blind" AS
WITH blind AS NOT MATERIALIZED (
  SELECT m."studyId", m."userId", a."transcriptId"
  FROM "Round" r
  JOIN "Membership" m ON m."studyId" = r."studyId"
  JOIN "Assignment" a ON a."roundId" = r."id"
  WHERE r."kind" <> 'open' AND r."openedAt" IS NOT NULL AND r."revealedAt" IS NULL
    AND (m."role" NOT IN ('owner', 'lead')
      OR EXISTS (SELECT 1 FROM "Assignment" o WHERE o."roundId" = r."id" AND o."coderId" = m."userId"))
)
SELECT "studyId", "userId", "transcriptId" FROM blind
UNION ALL
SELECT b."studyId", b."userId", o."id"
FROM blind b JOIN "Transcript" t ON t."id" = b."transcriptId"
JOIN "Transcript" o ON o."pairId" = t."pairId" AND o."id" <> t."id";
