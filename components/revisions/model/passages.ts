import type { TextEdit } from "@/lib/domain/revision";
import { boundaryAtOrAfter, boundaryAtOrBefore } from "@/lib/domain/text";

export interface Part {
  kind: "same" | "gone" | "new";
  text: string;
  /** How many code units in the middle are left out, and after how many of `text`. */
  left?: { at: number; units: number };
}

/** A place where two texts differ, with a little of what stands around it. */
export interface Passage {
  /** Offset into the older text. */
  at: number;
  parts: Part[];
}

/** How much is shown around a difference, in code units; differences nearer to each other are shown together. */
const AROUND = 60;
/** A longer part shows its two ends alone: texts that have nothing in common differ as a whole. */
const LONGEST = 1200;

/** The places where edits change a text, in order; `limit` bounds them, `count` says how many there are. */
export function passagesOf(
  before: string,
  edits: readonly TextEdit[],
  limit: number,
): { passages: Passage[]; count: number } {
  const groups: TextEdit[][] = [];
  for (const edit of edits) {
    const last = groups.at(-1)?.at(-1);
    if (last && edit.start - last.end <= AROUND) groups.at(-1)?.push(edit);
    else groups.push([edit]);
  }
  const passages = groups.slice(0, limit).map((group) => {
    const [first, last] = [group[0] as TextEdit, group.at(-1) as TextEdit];
    const parts: Part[] = [];
    const add = (kind: Part["kind"], text: string) => {
      if (text !== "") parts.push(partOf(kind, text));
    };
    let at = boundaryAtOrAfter(before, first.start - AROUND);
    for (const edit of group) {
      add("same", before.slice(at, edit.start));
      add("gone", before.slice(edit.start, edit.end));
      add("new", edit.insert);
      at = edit.end;
    }
    add("same", before.slice(at, boundaryAtOrBefore(before, last.end + AROUND)));
    return { at: first.start, parts };
  });
  return { passages, count: groups.length };
}

function partOf(kind: Part["kind"], text: string): Part {
  if (text.length <= LONGEST) return { kind, text };
  const at = boundaryAtOrBefore(text, LONGEST / 2);
  const from = boundaryAtOrAfter(text, text.length - LONGEST / 2);
  return { kind, text: text.slice(0, at) + text.slice(from), left: { at, units: from - at } };
}
