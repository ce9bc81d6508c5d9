import { fold, isSpaceless } from "./fold";
import { compilePattern } from "./pattern";
import type { ParsedQuery, Piece, Query, QueryFault } from "./query";
import { type Token, tokensOf } from "./tokens";

/** The longest query, in UTF-16 code units: longer than any phrase that somebody looks for. */
export const LONGEST_QUERY = 400;

/** Ends the parsing; caught in `parseQuery` alone. */
class Fault extends Error {
  constructor(readonly reason: QueryFault) {
    super(reason);
  }
}

/**
 * The query that was typed. Words one after the other are a phrase, in which `*` stands for any letters of a
 * word and `?` for one; quotation marks take everything as it is; `/…/` is a regular expression; AND, OR, NOT
 * and brackets join them, within one turn. What is wrong is a value.
 */
export function parseQuery(typed: string): ParsedQuery {
  if (typed.length > LONGEST_QUERY) return { ok: false, reason: "too_long" };
  const tokens = tokensOf(typed);
  if (!tokens) return { ok: false, reason: "pattern_open" };
  if (tokens.length === 0) return { ok: false, reason: "empty" };
  try {
    const reader = new Reader(tokens);
    const query = reader.any();
    if (reader.next) throw new Fault("bracket_open");
    if (!finds(query)) throw new Fault("only_not");
    return { ok: true, query };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, reason: error.reason };
    throw error;
  }
}

/** Reads tokens from the left; each method leaves off after what it has read. */
class Reader {
  #at = 0;
  constructor(readonly tokens: readonly Token[]) {}

  get next(): Token | undefined {
    return this.tokens[this.#at];
  }

  any(): Query {
    const parts = [this.all()];
    while (this.next?.kind === "or") {
      this.#at += 1;
      parts.push(this.all());
    }
    return joined("any", parts);
  }

  all(): Query {
    const parts = [this.one()];
    while (this.next && this.next.kind !== "or" && this.next.kind !== "close") {
      if (this.next.kind === "and") this.#at += 1;
      parts.push(this.one());
    }
    return joined("all", parts);
  }

  one(): Query {
    const token = this.next;
    this.#at += 1;
    switch (token?.kind) {
      case "not":
        return { kind: "none", part: this.one() };
      case "open": {
        const inside = this.any();
        if (this.next?.kind !== "close") throw new Fault("bracket_open");
        this.#at += 1;
        return inside;
      }
      case "pattern":
        return patternOf(token.source);
      case "quoted":
        return phrase(literal(token.text));
      case "word":
        return phrase(this.words(token.text));
      default:
        throw new Fault("operand_missing");
    }
  }

  /** The word and those right after it. */
  words(first: string): Piece[] {
    const pieces = wildcards(first);
    for (let token = this.next; token?.kind === "word"; token = this.next) {
      pieces.push(...gap(pieces, token.text), ...wildcards(token.text));
      this.#at += 1;
    }
    return pieces;
  }
}

function joined(kind: "all" | "any", parts: Query[]): Query {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind, parts };
}

function patternOf(source: string): Query {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Fault(compiled.reason);
  return { kind: "pattern", source, program: compiled.program };
}

function phrase(pieces: Piece[]): Query {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.kind === "letters" && last?.kind === "letters") last.text += piece.text;
    else if (piece.kind === "letters") merged.push({ ...piece });
    else if (piece.kind !== last?.kind || piece.kind === "one") merged.push(piece);
  }
  if (!merged.some((piece) => piece.kind === "letters" && piece.text.trim() !== ""))
    throw new Fault("only_wildcards");
  return { kind: "phrase", pieces: merged };
}

/** Between two words a space, which need not be there beside a script without spaces. */
function gap(before: readonly Piece[], word: string): Piece[] {
  const last = before.at(-1);
  const beside = last?.kind === "letters" && isSpaceless(last.text.at(-1));
  return beside || isSpaceless(word.charAt(0)) ? [{ kind: "maybe_space" }] : [{ kind: "letters", text: " " }];
}

function literal(text: string): Piece[] {
  const words = text.trim().split(/\s+/);
  const pieces: Piece[] = [];
  for (const word of words) {
    if (pieces.length > 0) pieces.push(...gap(pieces, word));
    pieces.push({ kind: "letters", text: fold(word).text });
  }
  return pieces;
}

/** A word with its wildcards; a backslash takes the sign after it as it is. A question mark that ends a word is one. */
function wildcards(word: string): Piece[] {
  const parts = word.matchAll(/\\[\s\S]|[*＊]+|([?？])(?=[\p{L}\p{N}])|[^\\*＊?？]+|[\\?？]/gu);
  return [...parts].map(([found, one]): Piece => {
    if (/^[*＊]/.test(found)) return { kind: "any" };
    if (one) return { kind: "one" };
    return { kind: "letters", text: fold(found.replace(/^\\(?=.)/, "")).text };
  });
}

/** The words as they stand, as a query; null where there are none. */
export function literalQuery(words: string): Query | null {
  return fold(words).text.trim() === "" || words.length > LONGEST_QUERY ? null : phrase(literal(words));
}

/** Whether the query can find a place, and does not only say what must not be. */
function finds(query: Query): boolean {
  if (query.kind === "none") return false;
  if (query.kind === "all") return query.parts.some(finds);
  if (query.kind === "any") return query.parts.every(finds);
  return true;
}
