import type { Edit } from "../segment";
import { compare } from "./compare";
import type { Hunk } from "./shortest";
import { characterTokens, lineTokens, type Tokens, Vocabulary, wordTokens } from "./tokens";

/** An edit that knows its words. */
export type TextEdit = Edit & { readonly insert: string };

/** Items looked at before a comparison is cut short: some hundred milliseconds. */
const BUDGET = 12_000_000;
/** What is kept in one piece of more than so many code units is not there by chance. */
const BY_CHANCE = 48;
/** Longer stretches are not compared by character, in code units of both sides together. */
const BY_CHARACTER = 4_000;

type Cut = (text: string, vocabulary: Vocabulary) => Tokens;

const BY_WORD: readonly Cut[] = [lineTokens, wordTokens];
const CUTS = { word: BY_WORD, character: [...BY_WORD, characterTokens] } as const;

/**
 * The edits that make `after` of `before`: sorted, disjoint, no two touching, each as short as can be told,
 * found by line, then by word, then by character; an edit never splits a surrogate pair of either text
 * where both are well formed. Words that two texts have in common by chance between long changes are
 * taken as changed, since nothing should be placed on them. Texts that differ altogether are one edit. With words as
 * the `finest`, no word is taken apart: for those who read it.
 */
export function difference(
  before: string,
  after: string,
  finest: "word" | "character" = "character",
): TextEdit[] {
  if (before === after) return [];
  const budget = { left: BUDGET };
  let hunks: Hunk[] = [{ start: 0, end: before.length, otherStart: 0, otherEnd: after.length }];
  for (const cut of CUTS[finest]) {
    const finer: Hunk[] = [];
    for (const hunk of hunks) {
      const long = hunk.end - hunk.start + hunk.otherEnd - hunk.otherStart > BY_CHARACTER;
      const coarse = hunk.start === hunk.end || hunk.otherStart === hunk.otherEnd;
      if (coarse || (long && cut === characterTokens)) finer.push(hunk);
      else refine(before, after, hunk, cut, budget, finer);
    }
    hunks = cut === lineTokens ? finer : trusted(finer);
  }
  return hunks.map(({ start, end, otherStart, otherEnd }) => ({
    start,
    end,
    insert: after.slice(otherStart, otherEnd),
  }));
}

function refine(
  before: string,
  after: string,
  hunk: Hunk,
  cut: Cut,
  budget: { left: number },
  finer: Hunk[],
): void {
  const vocabulary = new Vocabulary();
  const here = cut(before.slice(hunk.start, hunk.end), vocabulary);
  const there = cut(after.slice(hunk.otherStart, hunk.otherEnd), vocabulary);
  for (const { start, end, otherStart, otherEnd } of compare(here.ids, there.ids, budget)) {
    finer.push({
      start: hunk.start + place(here, start),
      end: hunk.start + place(here, end),
      otherStart: hunk.otherStart + place(there, otherStart),
      otherEnd: hunk.otherStart + place(there, otherEnd),
    });
  }
}

const place = ({ ends }: Tokens, token: number) => (token === 0 ? 0 : (ends[token - 1] as number));

/**
 * Joins hunks between which less stands than either of them changes: N. Fraser 2006, "Diff strategies",
 * semantic cleanup. A joined hunk is compared anew with those before it.
 */
function trusted(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const each of hunks) {
    let hunk = each;
    for (let last = joined.at(-1); last !== undefined; last = joined.at(-1)) {
      const between = hunk.start - last.end;
      if (between > Math.min(size(last), size(hunk), BY_CHANCE)) break;
      joined.pop();
      hunk = { ...hunk, start: last.start, otherStart: last.otherStart };
    }
    joined.push(hunk);
  }
  return joined;
}

const size = ({ start, end, otherStart, otherEnd }: Hunk) => Math.max(end - start, otherEnd - otherStart);
