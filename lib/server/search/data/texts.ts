import "server-only";
import type { PoolClient } from "pg";
import type { StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";

/** Counts up when folding or stretches change, so that texts are made ready anew. */
export const FORM = 2;

/** A transcript's current text, as search knows it. */
export interface SearchedText {
  id: string;
  versionId: string;
  title: string;
  language: string;
  interview: boolean;
  ready: boolean;
  /** Interviewees who speak in it. */
  people: string[];
}

export interface SearchedPerson {
  id: string;
  number: number;
  sectorId: string;
}

export interface SearchFrame {
  /** In the order of results: by the interviewees' numbers, then by date. */
  texts: SearchedText[];
  people: Map<string, SearchedPerson>;
  /** Of the study and of those whose codebook and guide it uses: changes with anything a search may show. */
  stamp: string;
}

const TEXTS = `
WITH speaking AS (
  SELECT p."transcriptId", json_agg(DISTINCT p."intervieweeId") AS people, min(n."number") AS first
  FROM "Transcript" t JOIN "Speaker" p ON p."transcriptId" = t."id" AND p."role" = 'interviewee'
  JOIN "Interviewee" n ON n."id" = p."intervieweeId" WHERE t."studyId" = $1 GROUP BY 1
)
SELECT t."id", v."id" AS "versionId", t."title", t."language", t."kind" = 'interview' AS interview,
  v."foldedAs" = $2 AS ready, coalesce(p.people, '[]') AS people
FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id" AND v."current"
LEFT JOIN "Interview" i ON i."id" = t."interviewId" LEFT JOIN speaking p ON p."transcriptId" = t."id"
WHERE t."studyId" = $1 ORDER BY p.first NULLS LAST, i."date", t."createdAt", t."id"`;

const PEOPLE = `SELECT "id", "number", "sectorId" FROM "Interviewee" WHERE "studyId" = $1 ORDER BY "number"`;
const STAMP = `SELECT string_agg("seq"::text, '.' ORDER BY array_position($1::uuid[], "id")) AS stamp FROM "Study" WHERE "id" = ANY($1::uuid[])`;

/** What of a study can be searched, and who speaks in it. */
export async function searchFrame(
  scope: StudyScope,
  connection: Pick<PoolClient, "query"> = pool(),
): Promise<SearchFrame> {
  const { studyId, codebookStudyId, guideStudyId } = scope;
  const [stamp, texts, people] = await Promise.all([
    // Asked first: what is written meanwhile makes another one.
    connection.query<{ stamp: string }>({
      name: "search-stamp",
      text: STAMP,
      values: [[studyId, codebookStudyId, guideStudyId]],
    }),
    connection.query<SearchedText>({ name: "search-texts", text: TEXTS, values: [studyId, FORM] }),
    connection.query<SearchedPerson>({ name: "search-people", text: PEOPLE, values: [studyId] }),
  ]);
  return {
    texts: texts.rows,
    people: new Map(people.rows.map((person) => [person.id, person])),
    stamp: stamp.rows[0]?.stamp ?? "",
  };
}
