import type { ReaderDocument } from "@/components/reader/model/document";
import { type Extent, extend } from "@/lib/domain/search";
import { type Range, union } from "@/lib/domain/segment";
import type { CodingOperation } from "@/lib/schemas/coding";
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

/** What is asked of the server for a passage, under ids that stay the same however often it is sent. */
export interface Planned {
  transcriptId: string;
  operation: CodingOperation;
}

export function planned(passages: readonly Passage[], codeId: string, newId: () => string): Planned[] {
  return passages.map(({ transcriptId, versionId, start, end, quote }) => ({
    transcriptId,
    operation: {
      id: newId(),
      kind: "apply",
      versionId,
      segmentId: newId(),
      start,
      end,
      quote,
      codings: [{ id: newId(), codeId }],
    },
  }));
}
