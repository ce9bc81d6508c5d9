import type { Required } from "./pattern";
import type { Query } from "./query";
import { shortKeys, shortKeysOf } from "./short";

/**
 * What a folded stretch must hold to meet the query, as far as a database can tell: pieces one after the
 * other with anything between them, and short keys. Words are whole words. It asks for no more than the query does, so nothing is lost by it.
 */
export function neededFor(query: Query): Required {
  switch (query.kind) {
    case "phrase": {
      const pieces = query.pieces.flatMap((piece) => (piece.kind === "letters" ? [piece.text] : []));
      return { kind: "pieces", pieces, short: shortKeysOf(query.pieces) };
    }
    case "pattern":
      return query.program.required;
    case "none":
      return { kind: "nothing" };
    default:
      return { kind: query.kind, parts: query.parts.map(neededFor) };
  }
}

/** Whether a folded stretch holds what is needed. The database decides by the same rule. */
export function holdsNeeded(needed: Required, folded: string): boolean {
  switch (needed.kind) {
    case "nothing":
      return true;
    case "pieces": {
      let at = 0;
      const keys = new Set(needed.short?.length ? shortKeys(folded) : []);
      if (needed.short?.some((key) => !keys.has(key))) return false;
      return needed.pieces.every((piece) => {
        const found = folded.indexOf(piece, at);
        at = found + piece.length;
        return found >= 0;
      });
    }
    case "all":
      return needed.parts.every((part) => holdsNeeded(part, folded));
    case "any":
      return needed.parts.some((part) => holdsNeeded(part, folded));
  }
}

/**
 * Whether there is nothing to look for in an index, which holds short keys, and three units on end of what is
 * longer: only the stretches themselves can tell.
 */
export function isOpen(needed: Required): boolean {
  if (needed.kind === "nothing") return true;
  if (needed.kind === "pieces") return !needed.short?.length && !needed.pieces.some(isIndexed);
  return needed.kind === "all" ? needed.parts.every(isOpen) : needed.parts.some(isOpen);
}

/** Whether a piece is long enough to be looked up by what it holds. */
export function isIndexed(piece: string): boolean {
  return piece.length >= TRIGRAM;
}

/** UTF-16 code units that are looked up together. */
const TRIGRAM = 3;
