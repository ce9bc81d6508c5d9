import type { ErrorBody } from "@/lib/access/errors";
import {
  NO_CHOICES,
  type ParsedTranscript,
  parseCues,
  parseText,
  type SpeakerChoices,
} from "@/lib/domain/transcript";
import type { AddChoices, Encoding, TranscriptPlace, UploadPreview } from "@/lib/schemas/transcripts";
import { TITLE_LIMIT } from "@/lib/schemas/transcripts";

/** A file on its way to being a transcript: what it holds, and what the person has decided. */
export interface Draft {
  /** The transcript's id, and its event's: made here, so that adding twice is the same as once. */
  id: string;
  eventId: string;
  file: File;
  state: "reading" | "ready" | "waiting" | "adding" | "added" | "failed";
  error: ErrorBody | null;
  preview: UploadPreview | null;
  /** Chosen by the person; null while the server's guess holds. */
  encoding: Encoding | null;
  speakers: SpeakerChoices;
  title: string;
  /** Null while the guess holds. */
  language: string | null;
  interviewId: string | null;
  /** Interviewee by label, where an interview has several. */
  interviewees: Record<string, string>;
  pairWith: string | null;
  questions: boolean;
}

export function newDraft(file: File, title: string): Draft {
  return {
    id: crypto.randomUUID(),
    eventId: crypto.randomUUID(),
    file,
    state: "reading",
    error: null,
    preview: null,
    encoding: null,
    speakers: NO_CHOICES,
    title,
    language: null,
    interviewId: null,
    interviewees: {},
    pairWith: null,
    questions: true,
  };
}

/** A file's name without its ending, as a first title. */
export const titleOf = (name: string) =>
  name
    .replace(/\.[A-Za-z0-9]{1,5}$/u, "")
    .replace(/[_\s]+/gu, " ")
    .trim()
    .slice(0, TITLE_LIMIT);

const parsed = new WeakMap<UploadPreview, { speakers: SpeakerChoices; result: ParsedTranscript }>();

/** What the draft holds under the choices made so far, read by the functions that the server stores it with. */
export function parsedOf({
  preview,
  speakers,
}: Pick<Draft, "preview" | "speakers">): ParsedTranscript | null {
  if (!preview) return null;
  const kept = parsed.get(preview);
  if (kept?.speakers === speakers) return kept.result;
  const result = (preview.format === "cues" ? parseCues : parseText)(preview.text, speakers);
  parsed.set(preview, { speakers, result });
  return result;
}

export const languageOf = (draft: Draft) => draft.language ?? parsedOf(draft)?.language ?? "en";

/** What is sent beside the file. */
export function choicesOf(draft: Draft): AddChoices {
  return {
    eventId: draft.eventId,
    transcriptId: draft.id,
    title: draft.title,
    language: languageOf(draft),
    encoding: draft.encoding,
    speakers: draft.speakers,
    interviewId: draft.interviewId,
    interviewees: Object.entries(draft.interviewees).map(([label, intervieweeId]) => ({
      label,
      intervieweeId,
    })),
    questions: draft.questions,
    pairWith: draft.pairWith,
  };
}

export const isOpen = ({ state }: Draft) => state === "ready" || state === "failed";

/** Whether it can be added: read, named, and not added yet. */
export const isAddable = (draft: Draft) =>
  isOpen(draft) && draft.preview !== null && draft.title.trim() !== "";

/** Transcripts that can be the other language: of the study, and those added before from this screen. */
export function pairable(place: TranscriptPlace, draft: Draft) {
  const language = languageOf(draft);
  return place.transcripts.filter((other) => other.pairId === null && other.language !== language);
}
