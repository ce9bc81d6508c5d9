import type { Cue } from "./cues";
import { readLine } from "./lines";

/** Words of one speaker in one cue. */
export interface Voice {
  /** As written in the file; null where the cue names nobody. */
  label: string | null;
  form: "voice" | "colon" | null;
  words: string;
  /** The words with the label, where it is written among them. */
  whole: string;
  cue: Cue;
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00a0",
  lrm: "\u200e",
  rlm: "\u200f",
  quot: '"',
  apos: "'",
};

/** Words without the tags and entities of WebVTT. */
export function plain(payload: string): string {
  const untagged = payload.replace(/<\/?(?:[cibuv]|ruby|rt|lang)(?:[.\s][^<>]*)?>|<[\d:.]+>/gu, "");
  return untagged.replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot|apos|#\d{1,7});/gu, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const point = Number(name.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The lines of a cue are broken for the screen: a space joins them, and nothing in scripts that write without. */
function onOneLine(words: string): string {
  const pieces: string[] = [];
  for (const line of words.split("\n").map((each) => each.trim())) {
    const before = pieces.at(-1);
    if (line === "") continue;
    if (before !== undefined) pieces.push(separator(before, line));
    pieces.push(line);
  }
  return pieces.join("");
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}。、！？」』）]/u;

/** What stands between two pieces of one speech. */
export function separator(before: string, after: string): string {
  const last = [...before.slice(-2)].pop() ?? "";
  const first = [...after.slice(0, 2)][0] ?? "";
  return last === "" || first === "" || (SPACELESS.test(last) && SPACELESS.test(first)) ? "" : " ";
}

/** The speakers of a cue: `<v Name>` tags, otherwise `Name: words` cut at the first colon that ends a label. */
export function voicesOf(cue: Cue): Voice[] {
  const pieces = cue.payload.split(/(?=<v[.\s])/u);
  const voices: Voice[] = [];
  for (const piece of pieces) {
    const tag = /^<v(?:\.[^\s>]*)?\s([^<>]*)>/u.exec(piece);
    if (tag) {
      const [inside = "", ...outside] = piece.slice(tag[0].length).split("</v>");
      const words = onOneLine(plain(inside));
      voices.push({ label: plain(tag[1] ?? "").trim() || null, form: "voice", words, whole: words, cue });
      voices.push(unnamed(onOneLine(plain(outside.join(""))), cue));
    } else voices.push(named(onOneLine(plain(piece)), cue));
  }
  return voices.filter(({ words }) => words !== "");
}

function named(words: string, cue: Cue): Voice {
  const { label } = readLine(words);
  if (label?.form !== "colon" || label.bodyStart >= words.length) return unnamed(words, cue);
  return { label: label.label, form: "colon", words: words.slice(label.bodyStart), whole: words, cue };
}

const unnamed = (words: string, cue: Cue): Voice => ({ label: null, form: null, words, whole: words, cue });
