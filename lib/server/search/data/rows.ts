import "server-only";
import type { PoolClient } from "pg";
import type { SearchCursor } from "@/lib/schemas/search";
import { type Condition, conditionOf } from "./narrow";
import type { Wanted } from "./wanted";

/** Something that answers queries. */
export type Connection = Pick<PoolClient, "query">;

/** A stretch that may hold what is searched for, with who speaks in it. */
export interface Row {
  versionId: string;
  start: number;
  end: number;
  firstLine: number;
  lastLine: number;
  folded: string;
  bodyStart: number | null;
  turnEnd: number | null;
  atMs: number | null;
  label: string | null;
  role: "interviewer" | "interviewee" | "other" | null;
  intervieweeId: string | null;
}

/** Up to so many candidates are taken from the index at once; then all of them are known, and counted. */
const FEW = 2_000;
/** Rows that a window of transcripts should answer: fewer, and the next window is wider. */
const ENOUGH = 400;
/** Transcripts looked through at once, at most. */
const WIDEST = 64;

const COLUMNS = ["versionId", "start", "end", "turn", "firstLine", "lastLine", "folded"]
  .map((column) => `s."${column}"`)
  .join(", ");

/** The stretches of the versions that meet a condition, with their turns, which the condition has no part in. */
const rowsWith = ({ text }: Condition, limit: string) => `
SELECT s.*, u."bodyStart", u."end" AS "turnEnd", u."atMs", p."label", p."role", p."intervieweeId"
FROM (SELECT ${COLUMNS} FROM "SearchText" s WHERE s."versionId" = ANY($1::uuid[]) AND ${text} ${limit}) s
LEFT JOIN "Turn" u ON u."versionId" = s."versionId" AND u."ordinal" = s."turn"
LEFT JOIN "Speaker" p ON p."id" = u."speakerId"`;

/**
 * The stretches that may hold what is searched for, in order, from a place on, in pieces; and whether the
 * first piece is all of them there are. What is rare comes from the index at once. What is not is looked for
 * transcript by transcript, so that the first of many are there as soon as those of few.
 */
export async function* candidateRows(
  connection: Connection,
  wanted: Wanted,
  after: SearchCursor | null,
): AsyncGenerator<{ rows: Row[]; all: boolean }> {
  const order = wanted.texts.map(({ versionId }) => versionId);
  const places = new Map(order.map((versionId, place) => [versionId, place]));
  const sorted = (rows: Row[]) =>
    rows.sort((a, b) => (places.get(a.versionId) ?? 0) - (places.get(b.versionId) ?? 0) || a.start - b.start);
  if (!wanted.open) {
    const few = await ask(connection, wanted, order, `LIMIT ${FEW + 1}`);
    if (few.length <= FEW) return yield { rows: sorted(few), all: true };
  }
  let at = after ? (places.get(after[0]) ?? order.length) : 0;
  for (let width = 2; at < order.length; ) {
    const rows = await ask(connection, wanted, order.slice(at, at + width), "");
    yield { rows: sorted(rows), all: false };
    at += width;
    width = rows.length < ENOUGH ? Math.min(WIDEST, width * 4) : Math.max(1, width >> 1);
  }
}

async function ask(
  connection: Connection,
  wanted: Wanted,
  versionIds: string[],
  limit: string,
): Promise<Row[]> {
  const condition = conditionOf(wanted, [versionIds]);
  // Without a name, so that each is planned for the very words: how rare they are decides the plan.
  const { rows } = await connection.query<Row>(rowsWith(condition, limit), condition.values);
  return rows;
}
