import type { LeftOut } from "../types";
import { groupBy } from "./group";
import { withRuns } from "./lines";
import type { PageLine, Run } from "./types";

/** Numbers beside the text must be this many, and this share of them in order, to be the margin's. */
const FEWEST_NUMBERS = 3;
const IN_ORDER = 0.9;
/** Lines at the top and at the bottom of a page that may be its header and footer. */
const EDGE_LINES = 3;
/** How far from the edge they stand, as a share of the page. */
const EDGE = 0.15;
/** The share of pages on which a header stands. */
const ON_PAGES = 0.5;

const NUMBER = /^\d{1,6}$/;
const PAGE_NUMBER =
  /^[-–—\s]*(?:(?:page|seite|p\.|ページ|頁|第)\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|sur|／|ページ中)\s*\d{1,4})?\s*(?:ページ|頁)?[-–—\s]*$/iu;

/** The place at a share of the values in order of size. */
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** Numbers of paragraphs or lines that stand apart from the text on one side, taken off; or put back, before their lines. */
export function withoutMarginNumbers(
  lines: readonly PageLine[],
  keep: boolean,
): { lines: PageLine[]; leftOut: LeftOut[] } {
  const body = lines.flatMap(({ runs }) => runs.filter(({ text }) => !NUMBER.test(text.trim())));
  const left = quantile(
    body.map(({ start }) => start),
    0.02,
  );
  const right = quantile(
    body.map(({ end }) => end),
    0.98,
  );
  const found = lines.map((line) =>
    line.runs.findIndex(({ text, start, end }) => NUMBER.test(text.trim()) && (end < left || start > right)),
  );
  const numbers = lines.flatMap(({ runs }, index) => {
    const run = runs[found[index] ?? -1];
    return run ? [Number(run.text)] : [];
  });
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  // A paragraph that goes on overleaf has its number again; lines are counted anew on each page.
  const ordered = steps.filter((step, index) => step >= 0 || numbers[index + 1] === numbers[0]).length;
  if (numbers.length < FEWEST_NUMBERS || ordered < steps.length * IN_ORDER)
    return { lines: [...lines], leftOut: [] };
  // Line numbers stand at each line or each fifth; paragraphs' count on by one, or are there again overleaf.
  const ofParagraphs =
    steps.filter((step) => step === 1).length >= steps.length * IN_ORDER &&
    (numbers.length < lines.length * IN_ORDER || steps.includes(0));
  const kept: PageLine[] = [];
  let opens = null as boolean | null;
  let last = "";
  lines.forEach((line, index) => {
    const at = found[index] ?? -1;
    const number = line.runs[at]?.text.trim();
    if (number !== undefined) {
      // One at the foot of a page may stand before a paragraph that only begins overleaf.
      opens = opens === true || number !== last;
      last = number;
    }
    const runs = number === undefined ? line.runs : line.runs.filter((_, place) => place !== at);
    if (keep) {
      kept.push(number === undefined ? line : { ...withNumber(line, number, runs), opens: true });
      return;
    }
    if (runs.length === 0) return;
    const rest = withRuns(line, runs);
    // On a page of numbered paragraphs, a line without a number goes on with the one before.
    kept.push({ ...rest, opens: ofParagraphs ? (opens ?? false) : null });
    // A page's own number may stand on the same line as a paragraph's at the foot.
    if (!PAGE_NUMBER.test(rest.text)) opens = null;
  });
  const example = `${numbers[0]}–${numbers.at(-1)}`;
  const leftOut = keep ? [] : [{ kind: "margin_numbers" as const, count: numbers.length, example }];
  return { lines: kept, leftOut };
}

/** A line with the number of its margin before its words, as text has it: parted by two blanks. */
function withNumber(line: PageLine, number: string, rest: readonly Run[]): PageLine {
  const words = withRuns(line, rest);
  return { ...words, text: words.text === "" ? number : `${number}  ${words.text}` };
}

/**
 * What repeats at the top or the bottom of pages, and the pages' numbers, taken off; or put back, as paragraphs
 * of their own.
 */
export function withoutEdges(
  lines: readonly PageLine[],
  pages: number,
  keep: ReadonlySet<LeftOut["kind"]>,
): { lines: PageLine[]; leftOut: LeftOut[] } {
  const kinds = new Map<PageLine, LeftOut["kind"]>();
  for (const { edge, kind } of [
    {
      edge: (own: PageLine[]) =>
        own.slice(0, EDGE_LINES).filter(({ down, extent }) => down < extent.down * EDGE),
      kind: "headers" as const,
    },
    {
      edge: (own: PageLine[]) =>
        own
          .slice(-EDGE_LINES)
          .filter(({ down, extent }) => down > extent.down * (1 - EDGE))
          .reverse(),
      kind: "footers" as const,
    },
  ]) {
    const edges = byPage(
      lines.filter((line) => wordsOf(line) !== ""),
      pages,
    ).map((own) => edge(own));
    const alike = groupBy(edges.flat(), shapeOf);
    const numbered = edges.filter((own) => own.some((line) => PAGE_NUMBER.test(wordsOf(line)))).length;
    for (const own of edges)
      for (const line of own) {
        const on = new Set((alike.get(shapeOf(line)) ?? []).filter((other) => near(other, line)).map(pageOf));
        const repeated = on.size >= Math.max(2, pages * ON_PAGES);
        const number = PAGE_NUMBER.test(wordsOf(line)) && (numbered >= pages * ON_PAGES || repeated);
        // A header ends where the text begins.
        if (!number && !repeated) break;
        kinds.set(line, number ? "page_numbers" : kind);
      }
  }
  const leftOut = new Map<LeftOut["kind"], LeftOut>();
  for (const [line, kind] of kinds) {
    if (keep.has(kind)) continue;
    const known = leftOut.get(kind);
    if (known) known.count++;
    else leftOut.set(kind, { kind, count: 1, example: wordsOf(line) });
  }
  const isKept = (line: PageLine | undefined) => line !== undefined && keep.has(kinds.get(line) ?? "notes");
  const left = lines.flatMap((line, index) => {
    if (kinds.has(line) && !isKept(line)) {
      // The number in its margin was put back, which it is not.
      const number = line.text.slice(0, line.text.length - wordsOf(line).length).trim();
      return number === "" ? [] : [{ ...line, text: number, opens: true }];
    }
    return [isKept(line) || isKept(lines[index - 1]) ? { ...line, opens: true } : line];
  });
  return { lines: left, leftOut: [...leftOut.values()] };
}

/** The lines of each page from its top to its bottom, whatever its columns. */
function byPage(lines: readonly PageLine[], pages: number): PageLine[][] {
  const each: PageLine[][] = Array.from({ length: pages }, () => []);
  for (const line of lines) each[line.page]?.push(line);
  return each.map((own) => own.sort((a, b) => a.down - b.down));
}

/** What stands on a line, without a number in its margin that was put back. */
const wordsOf = (line: PageLine) => withRuns(line, line.runs).text;
const shapeOf = (line: PageLine) => wordsOf(line).replace(/\d+/gu, "#").replace(/\s+/gu, " ");
const pageOf = ({ page }: PageLine) => page;
const near = (a: PageLine, b: PageLine) => Math.abs(a.down - b.down) < a.size;
