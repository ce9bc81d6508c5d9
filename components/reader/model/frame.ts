import type { CodeNode } from "@/lib/domain/codebook";
import type { Permission } from "@/lib/domain/coding";
import type { ListedOriginal } from "@/lib/schemas/imports";
import type { KeptRecording } from "@/lib/schemas/recordings";
import type { SourceKind } from "@/lib/schemas/transcripts";

export interface ReaderCode extends CodeNode {
  shortcut: string | null;
  definition: string;
  whenToUse: string;
  whenNotToUse: string;
  /** The last revision that changed what it means. */
  meaningSince: number;
  /** Can't be applied any more. */
  retired: boolean;
}

export interface ReaderPerson {
  number: number;
  position: string;
  permission: Permission;
  sector: string;
  /** Naming the sector tells who it is. */
  soleInSector: boolean;
}

/** What stands around the text: facts of the transcript, the codebook, and who is reading. */
export interface ReaderFrame {
  transcript: { id: string; title: string; language: string };
  study: { id: string; title: string; notice: string };
  interview: {
    date: string | null;
    minutes: number | null;
    interviewers: string[];
    interviewees: ReaderPerson[];
  } | null;
  /** What the text is, where it is no interview. */
  source: { kind: Exclude<SourceKind, "interview">; publisher: string; date: string | null } | null;
  /** The same talk in the other language. */
  pair: { id: string; language: string } | null;
  codes: ReaderCode[];
  /** The codebook's revision that these codes are of. */
  revision: number;
  /** As of which event of which of the histories that are followed the codes are. */
  asOf: { source: number; seq: number };
  me: { id: string; name: string };
  mayCode: boolean;
  /** Whether the person may set the permission of other coders' segments. */
  setsPermissions: boolean;
  mayEditCodebook: boolean;
  /** Whether the person may say that a segment shows what a code is. */
  mayShowExamples: boolean;
  /** Whether the person may correct the text, tie turns to questions, and put a pair together. */
  mayCorrect: boolean;
  mayRedact: boolean;
  /** Whether the person may see the words behind pseudonyms. */
  maySeeOriginals: boolean;
  /** The recording that is kept with it. */
  recording: KeptRecording | null;
  mayAttachRecording: boolean;
  mayRemoveRecording: boolean;
  /** The files that its texts were made of, for those who may see them. */
  originals: readonly ListedOriginal[];
  /** Where the person stopped reading, in UTF-16 code units into the text; null where they have not begun. */
  place: number | null;
  /** The codes that the person used last in the study, the latest first. */
  recent: readonly string[];
  /** How many segments wait for this person to say where they belong. */
  waiting: number;
}
