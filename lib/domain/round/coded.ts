import { clip, type Range, union } from "../segment";

/** The interviewees' talk of one version: half-open, in UTF-16 code units, with how many counted units begin in a range. */
export interface Talk {
  parts: readonly Range[];
  count: (start: number, end: number) => number;
}

export type CodedSegment = Range & { coderId: string };

/**
 * How much talk there is, and how much of it each coder has coded, in the units that are counted. What several
 * segments of one coder cover counts once; what lies outside the talk does not count. Coders whose segments lie
 * outside alone have zero; those without a segment are not there.
 */
export function codedTalk(
  { parts, count }: Talk,
  segments: readonly CodedSegment[],
): { of: number; by: Map<string, number> } {
  const lengthIn = (ranges: readonly Range[]) =>
    ranges.reduce((total, { start, end }) => total + count(start, end), 0);
  const ofCoder = new Map<string, CodedSegment[]>();
  for (const segment of segments)
    ofCoder.set(segment.coderId, [...(ofCoder.get(segment.coderId) ?? []), segment]);
  const by = [...ofCoder].map(([id, own]): [string, number] => [id, lengthIn(clip(own, parts))]);
  return { of: lengthIn(union(parts)), by: new Map(by) };
}
