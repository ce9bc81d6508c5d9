import "server-only";

/**
 * Of an event `e` of what a search coded in one text, that of the whole as `w`, which comes right after its parts: it is
 * the whole that is taken back.
 */
export const WHOLE_OF_PART = `LEFT JOIN LATERAL (
  SELECT f."id", f."undoes" FROM "HistoryEvent" f
  WHERE e."kind" = 'coding.search' AND f."studyId" = e."studyId" AND f."seq" > e."seq" AND f."kind" = 'search.code'
  ORDER BY f."seq" LIMIT 1
) w ON true`;
