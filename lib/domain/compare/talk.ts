import { compareRanges, intersect, type Range, union } from "../segment";
import { admitsQuestion, type CountedTranscript, type Filter, restrictsQuestions } from "./source";

/** A stretch of an interviewee's speech that counts. */
export type Part = Range & { readonly intervieweeId: string | null; readonly align: number | null };

/**
 * The interviewees' speech in a transcript, sorted and disjoint: without interviewers and others, without
 * labels and times before the speech, and under a filter of questions only what lies in their passages.
 * Where turns overlap, the later one begins where the earlier ends.
 */
export function talkParts(transcript: CountedTranscript, filter: Filter): Part[] {
  const turns = transcript.turns
    .filter((turn) => turn.role === "interviewee")
    .map((turn) => ({ ...turn, start: Math.max(turn.start, turn.bodyStart) }))
    .sort(compareRanges);
  const windows = restrictsQuestions(filter)
    ? union(transcript.passages.filter((p) => admitsQuestion(filter, p.questionId, p.clusterId)))
    : [{ start: 0, end: Number.POSITIVE_INFINITY }];

  const parts: Part[] = [];
  let spokenTo = 0;
  for (const { start, end, intervieweeId, align } of turns) {
    const speech = { start: Math.max(start, spokenTo), end };
    spokenTo = Math.max(spokenTo, end);
    for (let at = firstEndingAfter(windows, speech.start); at < windows.length; at += 1) {
      const piece = intersect(speech, windows[at] as Range);
      if (piece === null) break;
      parts.push({ ...piece, intervieweeId, align });
    }
  }
  return parts;
}

/** The first of the sorted disjoint `parts` that the range meets, or undefined. O(log n). */
export function firstPartIn<T extends Range>(range: Range, parts: readonly T[]): T | undefined {
  const part = parts[firstEndingAfter(parts, range.start)];
  return part !== undefined && part.start < range.end && range.start < range.end ? part : undefined;
}

/** The place of the first of the sorted disjoint `parts` that ends after `offset`; their number if none does. O(log n). */
export function firstEndingAfter(parts: readonly Range[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((parts[middle] as Range).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
