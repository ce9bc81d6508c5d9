/** Whose words a turn holds. Only an interviewee's are ever counted as coded talk. */
export type SpeakerRole = "interviewer" | "interviewee" | "other";

/** What one speaker says in one go. Offsets are half-open UTF-16 code units into the text. */
export interface ParsedTurn {
  /** Start of the label or the time, where they stand in the text; otherwise of the speech. */
  start: number;
  /** Start of the speech. `start <= bodyStart <= end`. */
  bodyStart: number;
  end: number;
  /** Label of a speaker in `ParsedTranscript.speakers`, or null where nobody is named. */
  speaker: string | null;
  /** Milliseconds from the start of the recording. */
  atMs: number | null;
}

export interface ParsedSpeaker {
  /** The spelling used most. */
  label: string;
  /** The other spellings taken for the same person, in the order of their first use. */
  aliases: string[];
  role: SpeakerRole;
  turns: number;
  /** Code points of their speech that are not white space. */
  characters: number;
}

/** Something that looks like a speaker's label and was not taken for one: the person may say that it is. */
export interface LabelCandidate {
  label: string;
  uses: number;
  /** The first line it stands on, cut to 80 code units. */
  example: string;
  /** Where in the text it is first met. */
  at: number;
}

/** A range that answers a question of the guide; from the turn that asks to the last turn before the next question. */
export interface ParsedPassage {
  questionId: string;
  start: number;
  end: number;
  /** Whether an interviewee speaks in it. */
  answered: boolean;
}

export const WARNING_CODES = [
  "controls_dropped",
  "surrogates_replaced",
  "no_speakers",
  "one_speaker",
  "before_first_speaker",
  "labels_shortened",
  "cues_reordered",
  "times_clipped",
  "cues_unreadable",
  "characters_undecodable",
  "encoding_guessed",
  "encodings_mixed",
  "pages_without_text",
  "letters_unknown",
  "no_text_column",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something a person should know before they add the text; the words are the catalogue's. */
export interface ParseWarning {
  code: WarningCode;
  count: number;
  example?: string;
  /** Where in the text it is first met. */
  at?: number;
}

export const LEFT_OUT_KINDS = [
  "notes",
  "styles",
  "images",
  "comments",
  "footnotes",
  "headers",
  "footers",
  "page_numbers",
  "margin_numbers",
  "keywords",
  "colophon",
  "front_matter",
  "columns",
  "deletions",
  "sheets",
  "athwart",
] as const;

/** Those that a person can put back: what was told to be no speech by where it stands or how it looks. */
export const PUT_BACK_KINDS = [
  "headers",
  "footers",
  "page_numbers",
  "margin_numbers",
  "athwart",
  "keywords",
  "colophon",
  "front_matter",
] as const satisfies readonly (typeof LEFT_OUT_KINDS)[number][];
export type PutBackKind = (typeof PUT_BACK_KINDS)[number];

/**
 * What stood in the file and is no speech. Where the text is composed anew it is not in the text, and
 * `at` is where it stood; where the text is the file's, it is there, from `at` on, and belongs to no turn.
 */
export interface LeftOut {
  kind: (typeof LEFT_OUT_KINDS)[number];
  /** How many; lines, where it stands in the text. */
  count: number;
  example?: string;
  at?: number;
}

/** A time of the recording beside the text: what is said from `at` on was said from `ms` on. */
export interface ParsedPoint {
  /** Offset into the text, in UTF-16 code units. */
  at: number;
  /** Milliseconds from the start of the recording. */
  ms: number;
}

export interface ParsedTranscript {
  text: string;
  /** BCP 47; a guess. */
  language: string;
  /** Ascending and disjoint; every line that is not blank lies in exactly one turn, or is left out. */
  turns: ParsedTurn[];
  /** Ascending by offset, one at each; a time that people wrote down may go back. */
  points: ParsedPoint[];
  /** In the order in which they first speak. */
  speakers: ParsedSpeaker[];
  candidates: LabelCandidate[];
  warnings: ParseWarning[];
  leftOut: LeftOut[];
}

/**
 * What a person decides in the preview. Labels are matched after folding (see names.ts), so the
 * choices survive another reading of the same file.
 */
export interface SpeakerChoices {
  /** Labels that are speakers although used once. */
  accept: string[];
  /** Labels that are no speakers. */
  refuse: string[];
  /** Labels that are other spellings of another one. */
  join: { label: string; into: string }[];
  /** Labels that are a person of their own although they look like a misspelling. */
  apart: string[];
  roles: { label: string; role: SpeakerRole }[];
  /** Who speaks the paragraphs without a label: nobody new (null), or the speaker of this name. */
  unlabelled: string | null;
}

export const NO_CHOICES: SpeakerChoices = {
  accept: [],
  refuse: [],
  join: [],
  apart: [],
  roles: [],
  unlabelled: null,
};

/** Which column of a table holds what, by index; null where none does. */
export interface TableColumns {
  text: number | null;
  speaker: number | null;
  time: number | null;
  end: number | null;
  /** A second language of the same talk. */
  other: number | null;
}

/** Everything that a person decides about a file's reading; what they leave open is guessed. */
export interface ReadingChoices extends SpeakerChoices {
  columns?: TableColumns | null;
  /** Consecutive turns of one speaker become one. */
  joinTurns?: boolean;
  /** What a person put back of what was left out: it stands in the text, and is speech like its neighbours. */
  keep?: readonly PutBackKind[];
  /** Numbers that begin lines are no margin's, and part what is said like any other words. */
  noMargin?: boolean;
}
