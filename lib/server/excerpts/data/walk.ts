import "server-only";
import type { Cursor } from "@/lib/schemas/excerpts";
import { showsNumber } from "@/lib/server/compare/data";
import { type Connection, Contexts } from "./contexts";
import type { ExcerptFrame, Wanted } from "./frame";
import { type Resolved, resolve } from "./resolve";
import { type Row, rowsApart, rowsInOrder } from "./rows";

/** Transcripts asked for at once, at most. */
const WINDOW = 256;

/**
 * The excerpts of a filter from a place on, in chunks: first those that may stand with their interviewees'
 * numbers, in the order of numbers, transcripts and text; then those that may not, in an order without
 * meaning, since a place in the first order would give away who speaks. Reads no more than is asked for.
 */
export async function* walk(
  connection: Connection,
  frame: ExcerptFrame,
  wanted: Wanted,
  after: Cursor | null,
  chunk: number,
): AsyncGenerator<Resolved[]> {
  if (after?.[0] !== "a")
    for await (const found of walkInOrder(connection, frame, wanted, after, chunk))
      yield found.filter(({ numbered }) => numbered);
  if (wanted.single) return;

  const resolved = resolver(connection, frame, wanted);
  const strict = wanted.transcripts
    .filter(({ people }) => people.length === 0 || people.some((id) => !showsNumber(defaultOf(frame, id))))
    .map(({ versionId }) => versionId);
  let place = after?.[0] === "a" ? after : null;
  for (;;) {
    const rows = await rowsApart(connection, wanted, strict, place, chunk);
    yield (await resolved(rows)).filter(({ numbered }) => !numbered);
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return;
    place = placeApart(last);
  }
}

/** All excerpts in the order of numbers, transcripts and text, those among them that must not be seen in it. */
export async function* walkInOrder(
  connection: Connection,
  frame: ExcerptFrame,
  wanted: Wanted,
  after: Extract<Cursor, ["n", ...unknown[]]> | null,
  chunk: number,
): AsyncGenerator<Resolved[]> {
  const resolved = resolver(connection, frame, wanted);
  const order = wanted.transcripts.map(({ versionId }) => versionId);
  let place = after;
  let at = place ? order.indexOf(place[1]) : 0;
  let width = 4;
  while (at >= 0 && at < order.length) {
    const rows = await rowsInOrder(connection, wanted, order.slice(at, at + width), place, chunk);
    yield await resolved(rows);
    const last = rows.at(-1);
    if (last && rows.length === chunk) {
      // Dense: go on from here, and look at fewer transcripts, since each look sorts all that it meets.
      place = placeInOrder(last);
      at = order.indexOf(last.versionId);
      width = Math.max(1, width >> 2);
    } else {
      place = null;
      at += width;
      width = Math.min(WINDOW, width * 2);
    }
  }
}

/** A function that finds what stands around rows, and leaves out those that the filter does. */
function resolver(connection: Connection, frame: ExcerptFrame, wanted: Wanted) {
  const contexts = new Contexts(connection, frame.scope, frame.defaults, wanted.count);
  const byVersion = new Map(wanted.transcripts.map((transcript) => [transcript.versionId, transcript]));
  return async (rows: readonly Row[]): Promise<Resolved[]> => {
    const known = await contexts.of(new Set(rows.map(({ versionId }) => versionId)));
    return rows.flatMap((row) => {
      const transcript = byVersion.get(row.versionId);
      const context = known.get(row.versionId);
      return (transcript && context && resolve(row, transcript, context, frame, wanted)) ?? [];
    });
  };
}

function defaultOf(frame: ExcerptFrame, id: string | null) {
  return (id !== null && frame.defaults.get(id)) || "withheld";
}

/** Where to go on after a row of the first order, and of the second. */
export const placeInOrder = (row: Row): Extract<Cursor, ["n", ...unknown[]]> => [
  "n",
  row.versionId,
  row.start,
  row.end,
  row.segmentId,
  row.codeId,
];
export const placeApart = (row: Row): Extract<Cursor, ["a", ...unknown[]]> => [
  "a",
  row.place,
  row.segmentId,
  row.codeId,
];
