import { compareRanges, overlaps, type Range } from "../segment";
import { type Folded, fold, isSpacedWord, isWord, unfold } from "./fold";
import { type Node, type Program, programOf, runPattern } from "./pattern";
import type { Piece, Query } from "./query";
import { isAllWord, wordParts } from "./word-run";

export interface MatchOptions {
  /** Whether words may be parts of longer words, as while they are being typed. */
  within?: boolean;
  /** Called now and then while an expression runs; may throw to end it. */
  watch?: () => void;
}

/** A query made ready to look through stretches. */
export interface Matcher {
  /** Whether it must see the text itself; the folded text alone does otherwise. */
  needsText: boolean;
  /**
   * Where the stretch holds what is searched for: half-open, in UTF-16 code units of the stretch, in order,
   * without overlaps. Empty where it does not meet the query.
   */
  find: (stretch: string, folded?: Folded) => Range[];
  /** How many places that are, in a stretch that is at hand folded alone; not for one that needs the text. */
  count: (folded: string) => number;
}

/** Places in the text for expressions, in the folded text for words. */
interface Leaf {
  inText: boolean;
  find: (text: string) => Range[];
}

type Tree =
  | { kind: "leaf"; leaf: Leaf }
  | { kind: "all" | "any"; parts: Tree[] }
  | { kind: "none"; part: Tree };

export function matcherOf(query: Query, { within = false, watch }: MatchOptions = {}): Matcher {
  const tree = treeOf(query, within, watch);
  const needsText = hasText(tree);
  return {
    needsText,
    find(stretch, given) {
      let folded = given;
      const places = placesOf(tree, ({ inText, find }) => {
        if (inText) return find(stretch);
        folded ??= fold(stretch);
        const known = folded;
        return find(known.text).map((range) => unfold(known, range));
      });
      return apart(places ?? []);
    },
    count: (folded) => apart(placesOf(tree, ({ find }) => find(folded)) ?? []).length,
  };
}

function treeOf(query: Query, within: boolean, watch?: () => void): Tree {
  switch (query.kind) {
    case "phrase":
      return { kind: "leaf", leaf: { inText: false, find: phraseFinder(query.pieces, within) } };
    case "pattern": {
      const { program } = query;
      return { kind: "leaf", leaf: { inText: true, find: (text) => runPattern(program, text, watch) } };
    }
    case "none":
      return { kind: "none", part: treeOf(query.part, within, watch) };
    default:
      return { kind: query.kind, parts: query.parts.map((part) => treeOf(part, within, watch)) };
  }
}

function hasText(tree: Tree): boolean {
  if (tree.kind === "leaf") return tree.leaf.inText;
  return tree.kind === "none" ? hasText(tree.part) : tree.parts.some(hasText);
}

/** The places of a tree that is met; null where it is not. */
function placesOf(tree: Tree, find: (leaf: Leaf) => Range[]): Range[] | null {
  if (tree.kind === "leaf") {
    const found = find(tree.leaf);
    return found.length > 0 ? found : null;
  }
  if (tree.kind === "none") return placesOf(tree.part, find) === null ? [] : null;
  const places: Range[] = [];
  let met = 0;
  for (const part of tree.parts) {
    const found = placesOf(part, find);
    if (found === null && tree.kind === "all") return null;
    if (found === null) continue;
    met += 1;
    places.push(...found);
  }
  return met > 0 ? places : null;
}

/** In order; those that overlap as one. Those that only touch stay two. */
function apart(places: Range[]): Range[] {
  const sorted = places.sort(compareRanges);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last && overlaps(last, { start, end })) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function phraseFinder(pieces: readonly Piece[], within: boolean): (folded: string) => Range[] {
  const [only] = pieces;
  const find =
    pieces.length === 1 && only?.kind === "letters"
      ? lettersFinder(only.text)
      : (partFinder(pieces) ?? wildcardFinder(pieces));
  if (within) return (folded) => withoutOverlaps(find(folded, () => true));
  return (folded) => withoutOverlaps(find(folded, (range) => isWhole(folded, range)));
}

type Fits = (range: Range) => boolean;

function lettersFinder(letters: string): (folded: string, fits: Fits) => Range[] {
  return (folded, fits) => {
    const found: Range[] = [];
    for (let at = folded.indexOf(letters); at >= 0; at = folded.indexOf(letters, at + 1)) {
      const range = { start: at, end: at + letters.length };
      if (fits(range)) found.push(range);
    }
    return found;
  };
}

/** For letters with a star before or after them; null for anything else. */
function partFinder(pieces: readonly Piece[]): ((folded: string, fits: Fits) => Range[]) | null {
  const [letters, ...others] = pieces.filter((piece) => piece.kind === "letters");
  const stars = pieces.filter((piece) => piece.kind === "any").length;
  if (!letters || others.length > 0 || stars !== pieces.length - 1 || !isAllWord(letters.text)) return null;
  const part = {
    letters: letters.text,
    before: pieces[0]?.kind === "any",
    after: pieces.at(-1)?.kind === "any",
  };
  return (folded, fits) => wordParts(folded, part).filter(fits);
}

const codePointTest = (test: (character: string) => boolean) => {
  const known = new Map<number, boolean>();
  return (codePoint: number) => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const takes = test(String.fromCodePoint(codePoint));
    known.set(codePoint, takes);
    return takes;
  };
};

/** Runs as a program, so that many wildcards cost no more than few. */
function wildcardFinder(pieces: readonly Piece[]): (folded: string, fits: Fits) => Range[] {
  const word: Node = { kind: "one", letter: null, test: codePointTest(isWord) };
  const space: Node = { kind: "one", letter: " ", test: (codePoint) => codePoint === 32 };
  const parts = pieces.flatMap((piece): Node[] => {
    if (piece.kind === "any") return [{ kind: "repeat", part: word, least: 0, most: Infinity, lazy: false }];
    if (piece.kind === "one") return [word];
    if (piece.kind === "maybe_space")
      return [{ kind: "repeat", part: space, least: 0, most: 1, lazy: false }];
    return [...piece.text].map((letter) => {
      const wanted = letter.codePointAt(0);
      return { kind: "one", letter, test: (codePoint) => codePoint === wanted };
    });
  });
  const program: Program = { ...programOf({ kind: "sequence", parts }), required: { kind: "nothing" } };
  return (folded, fits) => runPattern(program, folded).filter(fits);
}

/** Whether neither end of the range parts a word of a script that sets spaces. */
function isWhole(folded: string, { start, end }: Range): boolean {
  return !(parts(folded, start) || parts(folded, end));
}

function parts(folded: string, at: number): boolean {
  return isSpacedWord(folded.charAt(at - 1)) && isSpacedWord(folded.charAt(at));
}

/** The earliest, then the earliest after it. Ranges are in order of start. */
function withoutOverlaps(ranges: Range[]): Range[] {
  let end = 0;
  return ranges.filter((range) => {
    if (range.start < end) return false;
    end = range.end;
    return true;
  });
}
