import { withClient } from "@/lib/launch/database";
import { generate, type Size } from "./generate";
import { target } from "./target";

export interface Measured {
  studyId: string;
  ownerId: string;
}

const COMMON = { codes: 200, groups: 20, coders: 2 };
/** Studies that several measurements share, by how many codings they hold. */
const SIZES = {
  "10 thousand": { ...COMMON, transcripts: 10, words: 3_000, codings: 1_000 },
  "100 thousand": { ...COMMON, transcripts: 100, words: 5_000, codings: 1_000 },
  "a million": { ...COMMON, transcripts: 1_000, words: 3_000, codings: 1_000 },
} as const satisfies Record<string, Size>;
export type SizeName = keyof typeof SIZES;
const names = Object.keys(SIZES);

/** The study of this size in the run's database: loaded by the first measurement that asks, found by the next. */
export async function studyOf(name: SizeName): Promise<Measured> {
  const { transcripts, words, codings } = SIZES[name];
  const title = `${transcripts} transcripts of ${words} words, ${codings} codings each`;
  const found = await withClient(target.DATABASE_URL, (client) =>
    client.query<Measured>(
      `SELECT s."id" AS "studyId", m."userId" AS "ownerId" FROM "Study" s
       JOIN "Membership" m ON m."studyId" = s."id" AND m."role" = 'owner' WHERE s."title" = $1`,
      [title],
    ),
  );
  // The seeds of other measurements are small numbers.
  return found.rows[0] ?? generate(target.DATABASE_URL, SIZES[name], 1_000 + names.indexOf(name));
}
