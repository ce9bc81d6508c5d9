import { readLine } from "./lines";
import type { LeftOut } from "./types";

/** Which lines of a text are no speech, and why. */
export type AsideKind = Extract<
  LeftOut["kind"],
  "front_matter" | "keywords" | "colophon" | "page_numbers" | "headers" | "footers"
>;

/** What services write below a transcript. */
const COLOPHON = /^(?:Transcribed by|Transcript(?:ion)? (?:by|outsourced)|文字起こし[:：])/iu;
/** What services write above one, with a block of words below it. */
const KEYWORDS = /^(?:SUMMARY KEYWORDS|KEYWORDS|SUMMARY|SPEAKERS|キーワード|要約)\s*[:：]?\s*$/u;
const KEYWORDS_WITHIN = 60;
const KEYWORDS_LINES = 12;
const PAGE =
  /^[ \t]*(?:(?:page|p\.|seite|página|頁|第)\s*)?[-–—]?\s*(\d{1,4})\s*(?:頁|ページ)?\s*[-–—]?\s*(?:(?:of|von|de|sur|\/)\s*\d{1,4})?[ \t]*$/iu;
/** What stands in the same place on pages is looked for this many lines away from their numbers. */
const NEAR = 2;

/**
 * The lines that are no speech: front matter, blocks of keywords, who transcribed, page numbers that
 * count up by one at least three times, and lines that come back beside them. Indexes of lines.
 */
export function findAsides(lines: readonly string[]): Map<number, AsideKind> {
  const asides = new Map<number, AsideKind>();
  const matter = frontMatterEnd(lines);
  for (let index = 0; index < matter; index++) asides.set(index, "front_matter");
  for (let index = matter; index < Math.min(lines.length, matter + KEYWORDS_WITHIN); index++) {
    if (!KEYWORDS.test(lines[index] ?? "")) continue;
    const limit = index + KEYWORDS_LINES;
    for (; index < limit && (lines[index] ?? "").trim() !== ""; index++) asides.set(index, "keywords");
  }
  lines.forEach((line, index) => {
    if (COLOPHON.test(line)) asides.set(index, "colophon");
  });
  const pages = pageNumbers(lines);
  for (const index of pages) asides.set(index, "page_numbers");
  for (const index of headersBeside(lines, pages)) asides.set(index, "headers");
  return asides;
}

/** Whether a line is one that could be no speech, in the right company. */
export const looksAside = (line: string) =>
  line.trimEnd() === "---" ||
  COLOPHON.test(line) ||
  KEYWORDS.test(line) ||
  (line.length <= 40 && PAGE.test(line));

/** The asides as they are told: one for each run of lines of a kind, with where it begins. */
export function leftOutOf(
  asides: ReadonlyMap<number, AsideKind>,
  lines: readonly { start: number; line: string }[],
): LeftOut[] {
  const told: LeftOut[] = [];
  let last = -1;
  for (const index of [...asides.keys()].sort((a, b) => a - b)) {
    const found = lines[index];
    const kind = asides.get(index);
    if (!found || !kind || found.line.trim() === "") continue;
    const run = told.at(-1);
    if (run && run.kind === kind && lines.slice(last + 1, index).every(({ line }) => line.trim() === ""))
      run.count++;
    else told.push({ kind, count: 1, at: found.start, example: found.line.trim().slice(0, 80) });
    last = index;
  }
  return told;
}

/** The number of lines of a Markdown file's front matter. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.slice(0, 200).indexOf("---", 1);
  return end > 0 ? end + 1 : 0;
}

/** Lines that are a number alone, where each is one more than the one before. */
function pageNumbers(lines: readonly string[]): number[] {
  const found = lines.flatMap((line, index) => {
    const page = line.length <= 40 ? PAGE.exec(line)?.[1] : undefined;
    return page === undefined ? [] : [{ index, page: Number(page) }];
  });
  const counted = found.filter(({ page }, place) => {
    const next = found[place + 1]?.page;
    const before = found[place - 1]?.page;
    return next === page + 1 || before === page - 1;
  });
  return counted.length >= 3 ? counted.map(({ index }) => index) : [];
}

/**
 * Lines within two of page numbers that are the same, but for numbers, beside at least three of them and
 * half of all. What somebody is named for is said, however often it comes back.
 */
function headersBeside(lines: readonly string[], pages: readonly number[]): number[] {
  const taken = new Set(pages);
  const places = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const step of [-1, 1]) {
      let index = page;
      for (let near = 0; near < NEAR; near++) {
        do index += step;
        while (index >= 0 && index < lines.length && (lines[index] ?? "").trim() === "");
        const line = lines[index];
        if (line === undefined || taken.has(index) || line.length > 120) break;
        const form = line.trim().replace(/\d+/gu, "#");
        places.set(form, (places.get(form) ?? new Set()).add(index));
      }
    }
  }
  return [...places.values()]
    .filter(({ size }) => size >= 3 && size * 2 >= pages.length)
    .flatMap((indexes) => [...indexes])
    .filter((index) => !isLabelled(lines[index] ?? ""));
}

function isLabelled(line: string): boolean {
  const { label } = readLine(line);
  return label !== null && label.form !== "alone" && label.form !== "space";
}
