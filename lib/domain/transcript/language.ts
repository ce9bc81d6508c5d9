import { functionWords } from "./function-words";

/** Languages with a script that tells them at a glance, by that script. */
const BY_SCRIPT: readonly [string, RegExp][] = [
  ["ko", /\p{Script=Hangul}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["lo", /\p{Script=Lao}/gu],
  ["km", /\p{Script=Khmer}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
];

const SAMPLE = 20_000;
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * The language of a text as a BCP 47 tag, guessed from its scripts and, for Latin script, from its
 * function words in its first 20,000 code units. A letter of Japanese says more than a letter of English, which
 * is also why three letters count as one word. English where fewer than three words tell.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const latin = count(sample, /\p{Script=Latin}/gu) / 3;
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  let best: [string, number] = ["", latin];
  if (kana + han > best[1]) best = [kana * 20 > han ? "ja" : "zh", kana + han];
  for (const [language, script] of BY_SCRIPT) {
    const letters = count(sample, script);
    if (letters > best[1]) best = [language, letters];
  }
  if (best[0] !== "") return best[0];
  let words: [string, number] = ["en", 2];
  for (const found of functionWords(sample)) if (found[1] > words[1]) words = found;
  return words[0];
}
