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

/** What is spoken, and how it is written: what stands between words, and at the end of sentences and lines. */
export interface Tongue {
  language: string;
  words: readonly string[];
  marks: { space: string; comma: string; stop: string; end: string };
}

export function english(chance: Chance): Tongue {
  const marks = { space: " ", comma: ", ", stop: ". ", end: ".\n" };
  return { language: "en", words: vocabulary(chance), marks };
}

const KANJI = "人間安全保障生活社会地域災害支援教育経済政府市民組織時代問題世界協力自由恐怖欠乏健康環境難民";
const KANA = "のはがをにでとものてしたいるなこれ";

/** Invented words without spaces: the frequent ones a single kana, as particles are, the others two kanji. */
export function japanese(chance: Chance): Tongue {
  const words = Array.from({ length: VOCABULARY / 4 }, (_, rank) =>
    rank < 60 ? chance.pick([...KANA]) : chance.pick([...KANJI]) + chance.pick([...KANJI]),
  );
  return { language: "ja", words, marks: { space: "", comma: "、", stop: "。", end: "。\n" } };
}

/** Invented words: the frequent ones short, as in talk. */
function vocabulary(chance: Chance): string[] {
  return Array.from({ length: VOCABULARY }, (_, rank) => {
    const length = rank < 60 ? 1 : rank < 800 ? 2 : chance.between(2, 4);
    return Array.from({ length }, () => chance.pick(SYLLABLES)).join("");
  });
}

/** An interview of so many words: short questions, and answers of one to four paragraphs. */
export function talk(chance: Chance, tongue: Tongue, wordCount: number): Speech[] {
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
      const line = sayLine(chance, tongue, count, offset, words);
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
  { words: vocabulary, marks }: Tongue,
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
    line +=
      index === count - 1 ? marks.end : ends ? marks.stop : chance.next() < 0.08 ? marks.comma : marks.space;
    sentence = ends ? 0 : sentence + 1;
  }
  return line;
}
