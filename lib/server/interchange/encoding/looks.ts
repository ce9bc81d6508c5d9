import "server-only";
import { count } from "./decode";

const KANA = /[\u3041-\u3096\u30a1-\u30fa]/gu;
const WIDE = /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]/gu;
/** Two in a row: Japanese words are written without blanks, so a lone one is a western letter misread. */
const TOGETHER = /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]{2,}/gu;
const FOREIGN = /[^\p{ASCII}\uFFFD]/gu;
/** Half-width katakana and private letters, into which Japanese turns when it is misread. */
const MISREAD = /[\uff61-\uff9f\uE000-\uF8FF]/gu;

/** How much a text looks like Japanese, in characters; 0 where it does not. */
export function japaneseScore(text: string, undecodable: number): number {
  const foreign = count(text, FOREIGN);
  const together = (text.match(TOGETHER) ?? []).reduce((sum, run) => sum + run.length, 0);
  if (count(text, KANA) === 0 && together < foreign * 0.8) return 0;
  return Math.max(0, count(text, WIDE) + count(text, KANA) - 2 * count(text, MISREAD) - 10 * undecodable);
}

/** From 0 to 1: accented letters stand inside of words, and marks beside them. */
export function westernScore(text: string): number {
  const foreign = count(text, FOREIGN);
  if (foreign === 0) return 1;
  const inWords = count(
    text,
    /(?<=\p{L})[\u00c0-\u00ff](?=\p{L})|[\u00c0-\u00ff](?=\p{Ll})|(?<=\p{Ll})[\u00df-\u00ff]/gu,
  );
  const marks = count(
    text,
    /[\u2018-\u201d\u2013\u2014\u2026\u00a0\u00ab\u00bb\u20ac\u00a3\u00b0\u00bf\u00a1]/gu,
  );
  return Math.min(1, (inWords + marks) / foreign);
}

/** What fails in UTF-8 is a small part of what is not ASCII: it is UTF-8 that lost a byte. */
export const isHurtUtf8 = (text: string, undecodable: number) => undecodable * 10 < count(text, FOREIGN);
export const foreignLetters = (text: string) => count(text, FOREIGN);
