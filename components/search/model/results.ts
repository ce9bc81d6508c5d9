import type { SearchHit, SearchPage } from "@/lib/schemas/search";

export type FoundTranscript = SearchPage["transcripts"][number];

/** A hit with the transcript that it is in. */
export interface Place extends Omit<SearchHit, "of"> {
  key: string;
  transcript: FoundTranscript;
}

/** A line of the list: a transcript, or a place in it. */
export type Line =
  | { kind: "group"; transcript: FoundTranscript; count: number; first: number }
  | { kind: "place"; place: Place; index: number };

export function placesOf({ transcripts, hits }: SearchPage): Place[] {
  return hits.flatMap(({ of, ...hit }) => {
    const transcript = transcripts[of];
    return transcript ? [{ ...hit, transcript, key: `${transcript.versionId} ${hit.start} ${hit.end}` }] : [];
  });
}

/** Places of one transcript follow one another: each run of them under a line that names it. */
export function linesOf(places: readonly Place[]): Line[] {
  const lines: Line[] = [];
  let group: Extract<Line, { kind: "group" }> | undefined;
  for (const [index, place] of places.entries()) {
    if (group?.transcript.versionId !== place.transcript.versionId) {
      group = { kind: "group", transcript: place.transcript, count: 0, first: index };
      lines.push(group);
    }
    group.count += 1;
    lines.push({ kind: "place", place, index });
  }
  return lines;
}
