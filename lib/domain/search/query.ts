import type { Program } from "./pattern";

/** A piece of a phrase: letters as folded, any letters of a word (`*`), one letter (`?`), or a place where a space may be. */
export type Piece =
  | { kind: "letters"; text: string }
  | { kind: "any" }
  | { kind: "one" }
  | { kind: "maybe_space" };

/** What is searched for. Leaves find places; the others say which of them count within one stretch. */
export type Query =
  | { kind: "phrase"; pieces: Piece[] }
  /** A regular expression, as it was typed between its slashes, and made ready. */
  | { kind: "pattern"; source: string; program: Program }
  /** All parts must be met; their places together. */
  | { kind: "all"; parts: Query[] }
  /** Any part must be met; the places of those that are. */
  | { kind: "any"; parts: Query[] }
  /** Must not be met; has no places. */
  | { kind: "none"; part: Query };

/** Why what was typed is no query. A closed list: each has its words on the screen. */
export const QUERY_FAULTS = [
  "empty",
  "too_long",
  "only_wildcards",
  "only_not",
  "operand_missing",
  "bracket_open",
  "pattern_open",
  "pattern_syntax",
  "pattern_unsupported",
  "pattern_too_large",
] as const;
export type QueryFault = (typeof QUERY_FAULTS)[number];

export type ParsedQuery = { ok: true; query: Query } | { ok: false; reason: QueryFault };
