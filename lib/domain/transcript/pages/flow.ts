import { readLine } from "../lines";
import { foldName } from "../names";
import { groupBy } from "./group";
import { firstOf, isWide, lastOf } from "./letters";
import type { PageLine } from "./types";

/** A gap this much wider than between lines begins a paragraph. */
const WIDER = 1.3;
const OTHER_SIZE = 1.2;
/** Ends of lines are uneven by this many letters' heights although their paragraph goes on. */
const RAGGED = 0.5;
/** Lines that fill less of the page's measure than this are short. */
const LONG = 0.7;
/** A place where this share of the lines begins is no chance. */
const SHARED = 0.08;

/** The lines as paragraphs, one a line of text: broken lines are joined, hyphenated words made whole. */
export function paragraphsOf(lines: readonly PageLine[]): string {
  const setting = settingOf(lines);
  const paragraphs: string[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const open = paragraphs.at(-1);
    if (open && before && !begins(before, line, setting)) open.push(line.text);
    else paragraphs.push([line.text]);
  });
  const hyphenated = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+-\p{L}+/gu) ?? []));
  return paragraphs.map((own) => `${own.reduce((whole, next) => join(whole, next, hyphenated))}\n`).join("");
}

interface Setting {
  /** From one line to the next, as most are. */
  leading: number;
  /** Where lines begin and end, by page and column. */
  edges: ReadonlyMap<string, { left: number; right: number }>;
  /** Most lines are set in, and those that begin a paragraph hang out. */
  hanging: boolean;
  labels: ReadonlySet<string>;
}

const place = ({ page, column }: PageLine) => `${page % 2} ${column}`;

function settingOf(lines: readonly PageLine[]): Setting {
  const gaps = new Map<number, number>();
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || before.page !== line.page || before.column !== line.column) return;
    const gap = Math.round((line.down - before.down) * 2) / 2;
    if (gap > 0) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  });
  // Where two are as usual, lines stand closer than paragraphs.
  const leading = [...gaps].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  const tightest = [...gaps]
    .filter(([, count]) => count >= lines.length * 0.1)
    .sort((a, b) => a[0] - b[0])[0]?.[0];

  const columns = lines.some(({ column }) => column > 0);
  const edges = new Map(
    [...groupBy(lines, place)].map(([name, own]) => {
      const ends = own.map(({ end }) => end).sort((a, b) => a - b);
      const left = leftOf(own);
      const right = ends[Math.ceil((ends.length - 1) * 0.98)] ?? 0;
      // Where no line is long, nothing says where lines end but the margin on the other side.
      const mirrored = (own[0]?.extent.along ?? 0) - left;
      const isShort = !columns && right - left < (mirrored - left) * LONG;
      return [name, { left, right: isShort ? mirrored : right }];
    }),
  );
  const setIn = lines.filter((line) => line.start > (edges.get(place(line))?.left ?? 0) + line.size * 0.8);
  return {
    leading: Math.min(leading, tightest ?? leading),
    edges,
    hanging: setIn.length * 2 > lines.length,
    labels: labelsOf(lines),
  };
}

/** Where lines begin that are not set in: the left-most place that more than a few share. */
function leftOf(lines: readonly PageLine[]): number {
  const places = groupBy(lines, ({ start }) => String(Math.round(start / 2)));
  const shared = [...places.values()].filter((own) => own.length >= lines.length * SHARED);
  const starts = (shared.length > 0 ? shared.flat() : lines).map(({ start }) => start);
  return starts.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY);
}

/** Names that begin lines more than once. */
function labelsOf(lines: readonly PageLine[]): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const { text } of lines) {
    const label = readLine(text).label;
    if (label) uses.set(foldName(label.label), (uses.get(foldName(label.label)) ?? 0) + 1);
  }
  return new Set([...uses].filter(([, count]) => count > 1).map(([name]) => name));
}

function begins(before: PageLine, line: PageLine, { leading, edges, hanging, labels }: Setting): boolean {
  if (line.opens !== null) return line.opens;
  const { label, time } = readLine(line.text);
  if (time !== null || (label !== null && labels.has(foldName(label.label)))) return true;
  if (Math.max(line.size, before.size) > OTHER_SIZE * Math.min(line.size, before.size)) return true;
  const edge = edges.get(place(line)) ?? { left: 0, right: 0 };
  const setIn = line.start > edge.left + line.size * 0.8;
  if (before.page === line.page && before.column === line.column) {
    if (line.down - before.down > leading * WIDER) return true;
    const further = line.start > before.start + line.size * 0.8;
    if (hanging ? !setIn : setIn && further) return true;
  } else if (hanging ? !setIn : setIn) return true;
  if (/^\u3000/u.test(line.text)) return true;
  // The line before ended although this one's first word had room on it.
  const right = edges.get(place(before))?.right ?? before.end;
  return before.end + firstWord(line) + RAGGED * line.size < right;
}

/** The width of the first word and the blank before it, by the width of the whole line's letters. */
function firstWord({ text, start, end }: PageLine): number {
  const letter = (end - start) / Math.max(1, text.length);
  const word = isWide(firstOf(text)) ? 1 : (/^\S+/u.exec(text)?.[0].length ?? 0) + 1;
  return word * letter;
}

/** Two lines of a paragraph as one. A hyphen goes where it only broke a word. */
function join(whole: string, next: string, hyphenated: ReadonlySet<string>): string {
  if (/\u00ad$/u.test(whole)) return whole.slice(0, -1) + next;
  const broken = /(\p{L}+)-$/u.exec(whole);
  const rest = /^\p{Ll}+/u.exec(next);
  if (broken && rest) {
    const compound = hyphenated.has(`${broken[1]}-${rest[0]}`.toLowerCase());
    return (compound ? whole : whole.slice(0, -1)) + next;
  }
  const closed = isWide(lastOf(whole)) || isWide(firstOf(next)) || /\s$/u.test(whole);
  return closed ? whole + next : `${whole} ${next}`;
}
