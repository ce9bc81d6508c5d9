import { type Cue, type CueFile, cueTime } from "./cues";

const CLOCK = String.raw`-?\d{1,3}:-?\d{1,2}(?::-?\d{1,2})?(?:[.,]-?\d{1,3})?`;
const ARROW = new RegExp(String.raw`^\s*\[?\s*(${CLOCK})\s*-->\s*(${CLOCK})\s*\]?[ \t]*`, "u");

/**
 * The cues of text whose lines are timed by arrows, which is no subtitle file for all that: Whisper's
 * `[00:00.000 --> 00:04.000]  words`, and documents in which Teams writes the times, the name and the
 * words on lines of their own. Null where fewer than half of the paragraphs are timed so, or where they
 * stand apart as in a subtitle file, which says so by its name or its heading.
 */
export function timedLines(text: string): CueFile | null {
  if (!text.includes("-->")) return null;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const arrows = lines.filter((line) => ARROW.test(line.slice(0, 80))).length;
  if (arrows < 2 || arrows * 4 < lines.length) return null;
  const file: CueFile = { cues: [], notes: 0, styles: 0, unreadable: [], negative: 0 };
  const payloads: string[][] = [];
  for (const line of lines) {
    const match = ARROW.exec(line.slice(0, 80));
    const [start, end] = [cueTime(match?.[1] ?? ""), cueTime(match?.[2] ?? "")];
    if (match && start !== null && end !== null) {
      if (start < 0) file.negative++;
      file.cues.push({ id: "", startMs: Math.max(0, start), endMs: Math.max(0, end), payload: "" });
      const words = line.slice(match[0].length);
      payloads.push(words === "" ? [] : [words]);
    } else if (payloads.length === 0) file.notes++;
    else payloads.at(-1)?.push(line);
  }
  const names = namesOf(payloads);
  file.cues.forEach((cue: Cue, index) => {
    const [first = "", ...rest] = payloads[index] ?? [];
    cue.payload =
      names.has(first) && rest.length > 0 ? `<v ${first}>${rest.join("\n")}` : [first, ...rest].join("\n");
  });
  return file;
}

/** First lines of cues of two lines and more that come back: who speaks. */
function namesOf(payloads: readonly (readonly string[])[]): Set<string> {
  const uses = new Map<string, number>();
  for (const [first, second] of payloads)
    if (first !== undefined && second !== undefined && first.length <= 80 && !/[<>]/u.test(first))
      uses.set(first, (uses.get(first) ?? 0) + 1);
  return new Set([...uses].filter(([, count]) => count >= 2).map(([name]) => name));
}
