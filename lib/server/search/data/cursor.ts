import "server-only";
import { AppError } from "@/lib/access/errors";
import { SearchCursor } from "@/lib/schemas/search";
import type { Row } from "./rows";
import type { Wanted } from "./wanted";

/** Where a search goes on. */
export interface Place {
  /** The text, by its place in the order of results; as many as there are where all have been looked through. */
  text: number;
  /** Where in it the last stretch began that was looked through; below zero where none was. */
  start: number;
  way: SearchCursor[2];
}

/** Beyond the last stretch of any text. */
const WHOLE = Number.MAX_SAFE_INTEGER;

export const START: Place = { text: 0, start: -1, way: "index" };

/** The place after so many texts. */
export const afterTexts = (count: number): Place => ({ text: count, start: -1, way: "texts" });

/** How a place is told to those who ask; null at the end. */
export function encode({ texts }: Wanted, { text, start, way }: Place): string | null {
  if (text >= texts.length) return null;
  const [of, at] = start >= 0 ? [texts[text], start] : [texts[text - 1], WHOLE];
  if (!of) return null;
  return Buffer.from(JSON.stringify([of.versionId, at, way] satisfies SearchCursor)).toString("base64url");
}

/** Throws `invalid` where it is none. A text that is not searched any more is gone on from the end. */
export function decode({ texts }: Wanted, cursor: string | undefined): Place {
  if (cursor === undefined) return START;
  const [versionId, start, way] = parsed(cursor);
  const text = texts.findIndex((each) => each.versionId === versionId);
  if (text < 0) return { text: texts.length, start: -1, way };
  return start === WHOLE ? { text: text + 1, start: -1, way } : { text, start, way };
}

function parsed(cursor: string): SearchCursor {
  try {
    return SearchCursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new AppError("invalid");
  }
}

export function placeOf({ places }: Wanted, row: Pick<Row, "versionId" | "start">, way: Place["way"]): Place {
  return { text: places.get(row.versionId) ?? 0, start: row.start, way };
}

/** Whether a place comes after another in the order of results. */
export function isAfter(before: Place, place: Place): boolean {
  return place.text > before.text || (place.text === before.text && place.start > before.start);
}
