import type { Chance } from "./chance";

/** What one speaker says: lines with their line breaks, and where the words of it stand in the whole text. */
export interface Speech {
  asks: boolean;
  lines: string[];
  words: { start: number; end: number }[];
}

const SYLLABLES =
  "ka ri mo ne tu sa lo vi den har mi ro tel ba ju no shi fel or an wen du pra sil te go ya lum".split(" ");
const VOCABULARY = 4_000;

/** Invented words: the frequent ones short, as in talk. */
export function vocabulary(chance: Chance): string[] {
  return Array.from({ length: VOCABULARY }, (_, rank) => {
    const length = rank < 60 ? 1 : rank < 800 ? 2 : chance.between(2, 4);
    return Array.from({ length }, () => chance.pick(SYLLABLES)).join("");
  });
}

/** An interview of so many words: short questions, and answers of one to four paragraphs. */
export function talk(chance: Chance, vocabulary: readonly string[], wordCount: number): Speech[] {
  const speeches: Speech[] = [];
  let offset = 0;
  let left = wordCount;
  while (left > 0) {
    const asks = speeches.length % 2 === 0;
    const lines: string[] = [];
    const words: Speech["words"] = [];
    const lineCount = asks ? 1 : chance.between(1, 4);
    for (let index = 0; index < lineCount && left > 0; index += 1) {
      const count = Math.min(left, asks ? chance.between(8, 20) : chance.between(40, 120));
      const line = sayLine(chance, vocabulary, count, offset, words);
      lines.push(line);
      offset += line.length;
      left -= count;
    }
    speeches.push({ asks, lines, words });
  }
  return speeches;
}

/** One line; notes where its words stand, given where it begins. */
function sayLine(
  chance: Chance,
  vocabulary: readonly string[],
  count: number,
  offset: number,
  words: Speech["words"],
): string {
  let line = "";
  let sentence = 0;
  for (let index = 0; index < count; index += 1) {
    const word = chance.pickEarly(vocabulary);
    const start = offset + line.length;
    line += sentence === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    words.push({ start, end: offset + line.length });
    const ends = index === count - 1 || (sentence > 5 && chance.next() < 0.12);
    line += index === count - 1 ? ".\n" : ends ? ". " : chance.next() < 0.08 ? ", " : " ";
    sentence = ends ? 0 : sentence + 1;
  }
  return line;
}
