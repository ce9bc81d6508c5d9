import type { ReaderDocument } from "@/components/reader/model/document";
import { type Extent, extend } from "@/lib/domain/search";
import { type Range, union } from "@/lib/domain/segment";
import type { Place } from "../model/results";

/** A text in which something is to be coded. */
export type ReadText = Pick<ReaderDocument, "versionId" | "text" | "language">;

/** What is coded: a range of a transcript's current text, with its words. */
export interface Passage extends Range {
  transcriptId: string;
  versionId: string;
  language: string;
  quote: string;
}

export interface Passages {
  passages: Passage[];
  /** Places that became part of a passage, and in how many transcripts. */
  hits: number;
  transcripts: number;
  /** Left out, because the text was corrected since they were found. */
  changed: number;
  /** Left out, because an interviewer says them. */
  skipped: number;
}

/** The places taken as far as is wanted; those that then overlap or touch are one passage. */
export function passagesOf(
  places: readonly Place[],
  texts: ReadonlyMap<string, ReadText>,
  { extent, skipInterviewers }: { extent: Extent; skipInterviewers: boolean },
): Passages {
  const byTranscript = new Map<string, Range[]>();
  const sums = { hits: 0, changed: 0, skipped: 0 };
  for (const place of places) {
    const { id, versionId } = place.transcript;
    const read = texts.get(id);
    if (!read) continue;
    if (skipInterviewers && place.role === "interviewer") sums.skipped += 1;
    else if (read.versionId !== versionId) sums.changed += 1;
    else {
      const [start, end] = place.around;
      const range = extend(read.text, place, { start, end }, extent);
      byTranscript.set(id, [...(byTranscript.get(id) ?? []), range]);
      sums.hits += 1;
    }
  }
  const passages = [...byTranscript].flatMap(([transcriptId, ranges]) => {
    const read = texts.get(transcriptId);
    if (!read) return [];
    const { versionId, language, text } = read;
    return union(ranges).map((range) => ({
      ...range,
      transcriptId,
      versionId,
      language,
      quote: text.slice(range.start, range.end),
    }));
  });
  return { ...sums, passages, transcripts: byTranscript.size };
}

/** What is asked of the server: the passages by text. */
export function textsOf(passages: readonly Passage[]): CodedText[] {
  const texts = new Map<string, CodedText>();
  for (const { transcriptId, versionId, start, end } of passages) {
    const text = texts.get(transcriptId) ?? { transcriptId, versionId, ranges: [] };
    texts.set(transcriptId, text);
    text.ranges.push([start, end]);
  }
  return [...texts.values()];
}

export interface CodedText {
  transcriptId: string;
  versionId: string;
  ranges: [number, number][];
}
