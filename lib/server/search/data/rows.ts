import "server-only";
import { performance } from "node:perf_hooks";
import type { PoolClient } from "pg";
import { pool } from "@/lib/server/db";
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
  /** Empty where the words themselves are looked at. */
  folded: string;
  bodyStart: number | null;
  turnEnd: number | null;
  atMs: number | null;
  label: string | null;
  role: "interviewer" | "interviewee" | "other" | null;
  intervieweeId: string | null;
}

/** Up to so many candidates are taken from the index at once; then all of them are known, and counted. */
export const FEW = 500;
/** How long the index may take for them, in milliseconds, before the texts are gone through instead. */
const INDEX_PATIENCE = 80;
/** Texts looked through at once: as many as take about so many milliseconds. */
const FIRST = 4;
const WIDEST = 64;
const AT_ONCE = { least: 20, most: 60 };

/** The stretches of the versions that meet a condition, with their turns, which the condition has no part in. */
function statement({ text }: Condition, { exact, speakers }: Wanted, limit: string, role: string): string {
  // What is limited is what is answered.
  const [inner, outer] = speakers ? ["", limit] : [limit, ""];
  const columns = ["versionId", "start", "end", "turn", "firstLine", "lastLine"].map((name) => `s."${name}"`);
  const folded = exact ? `'' AS "folded"` : `s."folded"`;
  return `
SELECT s.*, u."bodyStart", u."end" AS "turnEnd", u."atMs", p."label", p."role", p."intervieweeId"
FROM (SELECT ${columns.join(", ")}, ${folded} FROM "SearchText" s
  WHERE s."versionId" = ANY($1::uuid[]) AND ${text} ${inner}) s
LEFT JOIN "Turn" u ON u."versionId" = s."versionId" AND u."ordinal" = s."turn"
LEFT JOIN "Speaker" p ON p."id" = u."speakerId"${speakers ? ` WHERE coalesce(p."role", 'other') = ${role}` : ""} ${outer}`;
}

/**
 * All stretches that may hold what is searched for, in order, from an index. Null where they are more than a few, or
 * where the index takes too long to tell them apart.
 */
export async function fewRows(wanted: Wanted): Promise<Row[] | null> {
  const client = await pool().connect();
  try {
    await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${INDEX_PATIENCE}`);
    const versionIds = wanted.texts.map(({ versionId }) => versionId);
    const rows = await ask(client, wanted, versionIds, `LIMIT ${FEW + 1}`).catch((error: unknown) => {
      if ((error as { code?: string }).code === TIMED_OUT) return null;
      throw error;
    });
    await client.query("COMMIT");
    client.release();
    return rows && rows.length <= FEW ? inOrder(rows, wanted) : null;
  } catch (error) {
    client.release(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** PostgreSQL's code of a statement that was ended for the time it took. */
const TIMED_OUT = "57014";

/**
 * The stretches that may hold what is searched for, some texts at a time, from one text on; `until` is the place of
 * the first text that has not been asked for. At most so many texts; at a time, as many as the caller is done with in a moment.
 */
export async function* rowsByText(
  connection: Connection,
  wanted: Wanted,
  from: number,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<{ rows: Row[]; until: number }> {
  const order = wanted.texts.slice(0, from + most).map(({ versionId }) => versionId);
  for (let at = from, width = FIRST; at < order.length; ) {
    const begun = performance.now();
    const rows = await ask(connection, wanted, order.slice(at, at + width), "");
    at = Math.min(order.length, at + width);
    yield { rows: inOrder(rows, wanted), until: at };
    const took = performance.now() - begun;
    if (took < AT_ONCE.least) width = Math.min(WIDEST, width * 2);
    else if (took > AT_ONCE.most) width = Math.max(1, width >> 1);
  }
}

function inOrder(rows: Row[], { places }: Wanted): Row[] {
  return rows.sort(
    (a, b) => (places.get(a.versionId) ?? 0) - (places.get(b.versionId) ?? 0) || a.start - b.start,
  );
}

async function ask(
  connection: Connection,
  wanted: Wanted,
  versionIds: string[],
  limit: string,
): Promise<Row[]> {
  const condition = conditionOf(wanted, [versionIds]);
  const { speakers } = wanted;
  const role = speakers ? `$${condition.values.push(speakers)}` : "";
  // Without a name, so that each is planned for the very words: how rare they are decides the plan.
  const { rows } = await connection.query<Row>(statement(condition, wanted, limit, role), condition.values);
  return rows;
}
