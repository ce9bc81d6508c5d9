import { withRuns } from "./lines";
import type { PageLine } from "./types";

/** A line as it is kept: page, column, the page's extent along and down, place down the page, size, and its runs. */
export type PrintedLine = [
  page: number,
  column: number,
  along: number,
  deep: number,
  down: number,
  size: number,
  runs: [text: string, start: number, end: number][],
];

/** All that is printed on the pages of a document, so that its text can be composed anew without them. */
export interface Printed {
  pages: number;
  lines: PrintedLine[];
  /** What stands athwart of the text, with its page. */
  athwart: [page: number, text: string][];
}

/** The lines of pages, as they are kept. */
export function printedOf(pages: readonly { lines: PageLine[]; athwart: string[] }[]): Printed {
  return {
    pages: pages.length,
    lines: pages.flatMap(({ lines }) =>
      lines.map(({ page, column, extent, down, size, runs }): PrintedLine => {
        const kept = runs.map(({ text, start, end }): [string, number, number] => [text, start, end]);
        return [page, column, extent.along, extent.down, down, size, kept];
      }),
    ),
    athwart: pages.flatMap(({ athwart }, page) => athwart.map((text): [number, string] => [page, text])),
  };
}

/** The lines again, as they were. */
export function linesOfPrinted({ lines }: Printed): PageLine[] {
  return lines.map(([page, column, along, deep, down, size, kept]) => {
    const runs = kept.map(([text, start, end]) => ({ text, start, end }));
    const line = { page, column, extent: { along, down: deep }, down, size, runs, opens: null };
    return withRuns({ ...line, text: "", start: 0, end: 0 }, runs);
  });
}

/** Lines with what stands athwart below those of its page, each a paragraph of its own. */
export function withAthwart(lines: readonly PageLine[], athwart: Printed["athwart"]): PageLine[] {
  const left = [...athwart];
  const all: PageLine[] = [];
  const put = (before: PageLine, until: number) => {
    while (left[0] && left[0][0] < until) {
      const [page, text] = left.shift() as [number, string];
      all.push({
        ...before,
        page,
        text,
        runs: [{ text, start: before.start, end: before.end }],
        opens: true,
      });
    }
  };
  for (const line of lines) {
    const before = all.at(-1) ?? line;
    const length = all.length;
    put(before, line.page);
    all.push(all.length > length ? { ...line, opens: true } : line);
  }
  const last = all.at(-1);
  if (last) put(last, Number.POSITIVE_INFINITY);
  return all;
}
