import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { pool } from "@/lib/server/db";

/** Filters whose digests are kept for one transcript and one way of looking at it; of more, those counted longest ago go. */
const FILTERS_KEPT = 12;

/** A unit's talk, counted. `citable` counts only what may be cited by number, and is null where that is all. */
export interface Counted {
  all: Uint8Array;
  citable: Uint8Array | null;
}

export interface KeptDigest extends Counted {
  key: string;
  stamp: string;
}

/**
 * What is kept under one filter, by the unit's key; fresh or not. It travels in base 64, two thirds as long as
 * the form that PostgreSQL gives bytes by itself.
 */
export async function readKept(scope: StudyScope, filter: string): Promise<Map<string, KeptDigest>> {
  const { rows } = await pool().query<{ key: string; stamp: string; data: string }>({
    name: "compare-kept",
    text: `SELECT d."transcriptId" AS key, split_part(d."stamp", ' ', 1) AS stamp, encode(d."data", 'base64') AS data
      FROM "Digest" d JOIN "Transcript" t ON t."id" = d."transcriptId" WHERE t."studyId" = $1 AND d."filter" = $2`,
    values: [scope.studyId, filter],
  });
  return new Map(
    rows.map(({ key, stamp, data }) => [key, { key, stamp, ...unpack(Buffer.from(data, "base64")) }]),
  );
}

/**
 * Keeps digests. Two that count at once write the same or, if something changed between, the later one's
 * stamp tells which is fresh: nothing wrong is ever read, at worst something is counted once more.
 */
export async function keep(filter: string, digests: readonly KeptDigest[]): Promise<void> {
  if (digests.length === 0) return;
  // One order for all writers, so that they wait for each other and never in a circle.
  const sorted = digests.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const keys = sorted.map(({ key }) => key);
  await pool().query({
    name: "compare-keep",
    text: `INSERT INTO "Digest" ("transcriptId", "filter", "stamp", "data")
      SELECT k, $4, s || ' ' || to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), b
      FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS x(k, s, b)
      ON CONFLICT ("transcriptId", "filter") DO UPDATE SET "stamp" = EXCLUDED."stamp", "data" = EXCLUDED."data"`,
    values: [keys, sorted.map(({ stamp }) => stamp), sorted.map(pack), filter],
  });
  await pool().query({
    name: "compare-trim",
    text: `DELETE FROM "Digest" d WHERE (d."transcriptId", d."filter") IN (
      SELECT o."transcriptId", o."filter" FROM "Digest" o JOIN (
        SELECT "transcriptId", "filter", row_number() OVER (PARTITION BY "transcriptId"
          ORDER BY "filter" LIKE '%{}' DESC, split_part("stamp", ' ', 2) DESC) AS n
        FROM "Digest" WHERE "transcriptId" = ANY($1::uuid[]) AND "filter" LIKE $2
      ) r USING ("transcriptId", "filter") WHERE r.n > ${FILTERS_KEPT} FOR UPDATE OF o SKIP LOCKED)`,
    // Those of one coder who is blind stand under another beginning (see units.ts).
    values: [keys, `${filter.slice(0, filter.indexOf("{"))}{%`],
  });
}

/** The length of the first digest in four bytes, then both. */
function pack({ all, citable }: Counted): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(all.byteLength);
  return Buffer.concat(citable ? [length, all, citable] : [length, all]);
}

function unpack(data: Buffer): Counted {
  const end = 4 + data.readUInt32LE(0);
  return { all: data.subarray(4, end), citable: end < data.byteLength ? data.subarray(end) : null };
}
