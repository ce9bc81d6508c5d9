import type { TextEdit } from "@/lib/domain/revision";
import { boundaryAtOrAfter, boundaryAtOrBefore } from "@/lib/domain/text";

export interface Part {
  kind: "same" | "gone" | "new";
  text: string;
}

/** A place where two texts differ, with a little of what stands around it. */
export interface Passage {
  /** Offset into the older text. */
  at: number;
  parts: Part[];
}

/** How much is shown around a difference, in code units; differences nearer to each other are shown together. */
const AROUND = 60;

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
      if (text !== "") parts.push({ kind, text });
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
