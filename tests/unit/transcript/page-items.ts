import type { Page, PageItem } from "@/lib/domain/transcript/pages";

/** Letters six tenths as wide as high, or as wide as high in Japanese. */
const lengthOf = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + (letter > "\u2E80" ? size : size * 0.6), 0);

export const item = (text: string, x: number, y: number, more: Partial<PageItem> = {}): PageItem => ({
  text,
  x,
  y,
  size: 10,
  length: lengthOf(text, more.size ?? 10),
  angle: 0,
  vertical: false,
  ...more,
});
export const page = (...items: PageItem[]): Page => ({ width: 595, height: 842, items });
export const lines = (texts: string[], x = 60, top = 780, leading = 12) =>
  texts.map((text, index) => item(text, x, top - index * leading));

/** A line that fills the measure, so that the next word had no room on it. */
export const full = (words: string) => `${words}${" aa".repeat(30)}`.slice(0, 78).trimEnd();
