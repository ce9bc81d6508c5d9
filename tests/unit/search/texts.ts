import fc from "fast-check";
import { matcherOf, parseQuery } from "@/lib/domain/search";

/** What makes texts hard: emoji, marks, ligatures, widths, half-width kana, quotes, scripts without spaces. */
const PARTS = [
  ..."abcFGsS  .,'-?*",
  ..."éßİıςΣ",
  "e\u0301",
  "ﬁ",
  "ﬃ",
  "🍊",
  "👩\u200d🌾",
  "❤\ufe0f",
  "ｶﾞ",
  "ﾊﾟ",
  "か\u3099",
  "ガ",
  "が",
  "ー",
  "Ａ",
  "１",
  "　",
  "\n",
  "人間",
  "安全保障",
  "。",
  "’",
  "“",
  "—",
  "\u00ad",
  "한",
  "\u1112\u1161\u11ab",
  "حرية",
  "fear",
  "Security",
];

export const hardText = (most = 24) =>
  fc.array(fc.constantFrom(...PARTS), { maxLength: most }).map((parts) => parts.join(""));

/** The words that a query quotes in a text of one stretch. */
export function quotes(typed: string, text: string, options?: { within?: boolean }): string[] {
  const parsed = parseQuery(typed);
  if (!parsed.ok) throw new Error(parsed.reason);
  return matcherOf(parsed.query, options)
    .find(text)
    .map(({ start, end }) => text.slice(start, end));
}
