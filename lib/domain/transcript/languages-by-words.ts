import { functionWords } from "./function-words";

/** A paragraph as far as its language goes: its words, and whose turn it is part of. */
export interface Paragraph {
  words: string;
  turn: number;
}

/** Paragraphs that are looked at to see whether there are two languages at all, spread over the text. */
const SAMPLE = 400;
/** So many words more than of any other language tell a paragraph's language for certain. */
const CERTAIN = 2;
/** The least certain paragraphs of a language, and its least share of all that are certain. */
const FEWEST = 3;
const LEAST = 0.2;
/** The share of certain paragraphs that may be of a third language. */
const MOST_OTHERS = 0.1;
/** More words than this make a paragraph no more certain. */
const MOST_WORDS = 4;
/** By how much each word makes its language likelier, as a logarithm. */
const WEIGHT = 1.2;

/**
 * A side for each paragraph of a text in two languages that are written alike, as English and German are: 0
 * for the language that comes first. What a paragraph's own words leave open is decided by the order in
 * which the text changes from one to the other, within turns and between them (the likeliest way through;
 * Viterbi 1967). Null where fewer than two languages, or more, are spoken throughout.
 */
export function sidesByWords(paragraphs: readonly Paragraph[]): (0 | 1)[] | null {
  const step = Math.max(1, Math.floor(paragraphs.length / SAMPLE));
  const two = twoLanguages(paragraphs.filter((_, index) => index % step === 0));
  if (!two) return null;
  const evidence = paragraphs.map(({ words }) => {
    const counts = functionWords(words);
    const more = (counts.get(two[0]) ?? 0) - (counts.get(two[1]) ?? 0);
    return Math.max(-MOST_WORDS, Math.min(MOST_WORDS, more));
  });
  const sides = likeliest(
    evidence,
    paragraphs.map(({ turn }, index) => turn === paragraphs[index - 1]?.turn),
  );
  return sides[0] === 1 ? sides.map((side) => (side === 0 ? 1 : 0)) : sides;
}

function twoLanguages(paragraphs: readonly Paragraph[]): [string, string] | null {
  const certain = new Map<string, number>();
  for (const { words } of paragraphs) {
    const [first, second] = [...functionWords(words)].sort((a, b) => b[1] - a[1]);
    if (first && first[1] - (second?.[1] ?? 0) >= CERTAIN)
      certain.set(first[0], (certain.get(first[0]) ?? 0) + 1);
  }
  const all = [...certain.values()].reduce((sum, count) => sum + count, 0);
  const [one, other, ...others] = [...certain].sort((a, b) => b[1] - a[1]);
  if (!one || !other || other[1] < Math.max(FEWEST, all * LEAST)) return null;
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  return rest > all * MOST_OTHERS ? null : [one[0], other[0]];
}

/** The side of each paragraph on the likeliest way through all of them. `within`: whether it goes on with the turn before. */
function likeliest(evidence: readonly number[], within: readonly boolean[]): (0 | 1)[] {
  const { change, other } = habits(evidence, within);
  const cost = (index: number, side: 0 | 1) => {
    const share = other[within[index] ? 1 : 0];
    const own = Math.log1p(Math.exp((side === 0 ? -1 : 1) * WEIGHT * (evidence[index] ?? 0)));
    return own - Math.log(side === 0 ? 1 - share : share);
  };
  const from: [0 | 1, 0 | 1][] = [];
  let costs: [number, number] = [cost(0, 0), cost(0, 1)];
  for (let index = 1; index < evidence.length; index++) {
    const share = change[within[index] ? 1 : 0];
    const [stay, go] = [-Math.log(1 - share), -Math.log(share)];
    const [zero, one] = costs;
    // Of ways that are as likely, the one that changes later: what says nothing goes with the one before.
    from[index] = [zero + stay < one + go ? 0 : 1, one + stay < zero + go ? 1 : 0];
    costs = [
      Math.min(zero + stay, one + go) + cost(index, 0),
      Math.min(one + stay, zero + go) + cost(index, 1),
    ];
  }
  const sides: (0 | 1)[] = new Array(evidence.length);
  let side: 0 | 1 = costs[0] <= costs[1] ? 0 : 1;
  for (let index = evidence.length - 1; index >= 0; index--) {
    sides[index] = side;
    side = from[index]?.[side] ?? side;
  }
  return sides;
}

/**
 * How often the language changes from one paragraph to the next, and how often it is the other one, each at
 * the beginning of turns and within them, from 0 to 1, as far as the paragraphs' own words tell.
 */
function habits(evidence: readonly number[], within: readonly boolean[]) {
  const change = [0, 1].map(() => ({ all: 2, counted: 1 }));
  const other = [0, 1].map(() => ({ all: 2, counted: 1 }));
  evidence.forEach((now, index) => {
    if (Math.abs(now) < CERTAIN) return;
    const place = within[index] ? 1 : 0;
    count(other[place], now < 0);
    const before = evidence[index - 1] ?? 0;
    if (Math.abs(before) >= CERTAIN) count(change[place], before > 0 !== now > 0);
  });
  return { change: shares(change), other: shares(other) };
}

interface Tally {
  all: number;
  counted: number;
}

function count(tally: Tally | undefined, counts: boolean): void {
  if (!tally) return;
  tally.all++;
  if (counts) tally.counted++;
}

const shares = (tallies: readonly Tally[]): [number, number] => {
  const [beginning = 0.5, inside = 0.5] = tallies.map(({ all, counted }) => counted / all);
  return [beginning, inside];
};
