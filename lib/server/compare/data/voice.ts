import "server-only";

/** What a source beside the interviews is known by, where `t` is its transcript: both languages of a pair are one. */
export const SOURCE = `coalesce(t."pairId", t."id")`;

/**
 * Whose words a turn holds, in statements where `t` is the transcript and `p` the turn's speaker, if any.
 * In a source that is no interview the source itself speaks, whoever is named in it: so it is coded and
 * counted by the same rules, and never among the interviewees.
 */
export const ROLE = `CASE WHEN t."kind" = 'interview' THEN coalesce(p."role", 'other')::text ELSE 'interviewee' END`;
export const WHO = `CASE WHEN t."kind" = 'interview' THEN p."intervieweeId" ELSE ${SOURCE} END`;
