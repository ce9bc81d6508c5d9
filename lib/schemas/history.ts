import { z } from "zod";
import type { ErrorBody } from "@/lib/access/errors";
import { type Value as DomainValue, IN_TEXT } from "@/lib/domain/history";
import { eventId, id } from "./fields";
import type { MemoLink } from "./memos";

/** What events are about, as one filters by it; each with the beginnings of the kinds that belong to it. */
export const HISTORY_GROUPS = {
  coding: ["coding.", "search.code", "history.restore"],
  codebook: ["code.", "example."],
  memos: ["memo."],
  people: ["sector.", "interviewee.", "interview.", "attribute."],
  guide: ["guide.", "cluster.", "question.", "passage."],
  texts: ["transcript.", "pair.", "recording."],
  rounds: ["round."],
  members: ["member.", "invitation."],
  study: ["study.", "search.save", "search.rename", "search.delete", "sample.", "history."],
} as const;
export type HistoryGroup = keyof typeof HISTORY_GROUPS;
export const HISTORY_GROUP_NAMES = Object.keys(HISTORY_GROUPS) as [HistoryGroup, ...HistoryGroup[]];

/** What an event of this kind is about; null where the kind is of no group. */
export function groupOfKind(kind: string): HistoryGroup | null {
  const holds = (group: HistoryGroup) =>
    HISTORY_GROUPS[group].some((beginning) => kind.startsWith(beginning));
  return HISTORY_GROUP_NAMES.find(holds) ?? null;
}

const Moment = z.iso.datetime();
/** Numbers of events fit a double for the next million years of work. */
const Seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const HistoryFilter = z.object({
  by: id.optional(),
  group: z.enum(HISTORY_GROUP_NAMES).optional(),
  transcript: id.optional(),
  code: id.optional(),
  /** Half-open. */
  from: Moment.optional(),
  until: Moment.optional(),
});
export type HistoryFilter = z.infer<typeof HistoryFilter>;

/** The filter as an address holds it: what cannot be read is left out. */
export const HistoryView = z.object({
  by: HistoryFilter.shape.by.catch(undefined),
  group: HistoryFilter.shape.group.catch(undefined),
  transcript: HistoryFilter.shape.transcript.catch(undefined),
  code: HistoryFilter.shape.code.catch(undefined),
  from: HistoryFilter.shape.from.catch(undefined),
  until: HistoryFilter.shape.until.catch(undefined),
});
export type HistoryView = z.infer<typeof HistoryView>;

export const HistoryRequest = HistoryFilter.extend({
  studyId: id,
  /** The event in whose stead these stand: one in each transcript. */
  within: id.optional(),
  before: Seq.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});

const Value: z.ZodType<DomainValue> = z.json();

export const HistoryRow = z.object({
  id,
  seq: z.int(),
  at: Moment,
  kind: z.string(),
  actorId: id,
  actor: z.string(),
  transcript: z.object({ id, title: z.string() }).nullable(),
  segmentId: id.nullable(),
  /** The words of the segment as they are now, where they may be quoted to whoever asks. */
  quote: z.string().nullable(),
  codes: z.array(z.object({ id, name: z.string(), hue: z.int() })),
  /** How many rows it is about. */
  count: z.int(),
  /** Of one that has an event in each transcript: how many these are, and how many codings they hold. */
  parts: z.int(),
  codings: z.int(),
  /** Of a taking back: how many segments it left as they had been changed since. */
  left: z.int(),
  was: z.string().nullable(),
  name: z.string().nullable(),
  about: z.string().nullable(),
  differences: z.array(z.object({ field: z.string(), before: Value, after: Value })),
  /** Whether a later event has taken it back, and whether it takes one back itself. */
  undone: z.boolean(),
  undoes: z.boolean(),
  /** Whether what took it back left some of it. */
  partly: z.boolean(),
  /** Why what it was about is gone for good, or a part of that: it was deleted long ago, or erased. */
  forgotten: z.enum(["purged", "erased"]).nullable(),
  mayUndo: z.boolean(),
  /** Of one that deleted an interviewee who is still deleted: who may be erased for good, for those who erase. */
  erasable: z.object({ intervieweeId: id, number: z.int() }).nullable(),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

/** GET /api/studies/[studyId]/history: a page of events, the newest first. */
export const HistoryPage = z.object({
  rows: z.array(HistoryRow),
  /** The number to go on before; null at the end. */
  next: z.int().nullable(),
});
export type HistoryPage = z.infer<typeof HistoryPage>;

/** With `rest`, what has been changed since stays, and the rest is taken back: the person has been shown that. */
export const UndoEvent = z.object({ eventId, undoes: id, rest: z.boolean().default(false) });

/** What taking a step back would leave as it is, since it has been changed since. */
export interface Staying {
  /** How many segments would go back, and how many stay. */
  back: number;
  left: number;
  /** Who has changed them since; empty where that is not known, or not all of it for this member. */
  by: { name: string; own: boolean }[];
  /**
   * Where they are, some of them where they are many, by transcript and in the order of its text; with their words as far
   * as these may be quoted.
   */
  places: ({ segmentId: string } & MemoLink)[];
}

/** What came of taking an event back. */
export type UndoOutcome =
  | {
      done: true;
      /** The kind of the event, or of what it took back; and whether it took one back itself. */
      kind: string;
      redone: boolean;
      /** How many segments stay as they are, since they have been changed since. */
      left: number;
      /** Whether it may be about work that the member does not see while a round is blind, and which is in no count. */
      unseen: boolean;
    }
  /** Nothing is done: some of it would stay, and that is for the person to choose. */
  | { done: false; kind: string; redone: boolean; undoes: string; staying: Staying };

/** Steps that one may go past, so many at most: nobody is told of more of them in one visit. */
export const PAST_LIMIT = 100;
/** The next step of one's own, back or forth, past those of which the person was told that they cannot be taken. */
export const StepBack = z.object({
  eventId,
  studyId: id,
  direction: z.enum(["undo", "redo"]),
  past: z.array(id).max(PAST_LIMIT).default([]),
});

/** What came of a step back or forth. */
export type StepOutcome =
  | UndoOutcome
  /**
   * The step that comes next, by its id, cannot be taken: it is of a kind that is not taken back, or not by this member;
   * or for the reason of `error`. `row` is what was done, where the history shows it to them.
   */
  | { done: false; cannot: string; row: HistoryRow | null; error: ErrorBody | null };

/** A step of one's own in a text: what takes it back, and which it takes back itself. */
export const StepInText = z.object({ id, undoes: id.nullable(), by: z.enum(IN_TEXT) });
export type StepInText = z.infer<typeof StepInText>;
/** GET /api/transcripts/[transcriptId]/steps: one's own last steps in the text, in their order. */
export const StepsRequest = z.object({ transcriptId: id });
export const StepsInText = z.array(StepInText.extend({ seq: z.int() }));

/** What is to be as it was: right after an event, by its number, or at a time. */
export const RestoreMoment = z.union([z.object({ seq: Seq }), z.object({ at: Moment })]);
/** `workId` names the looking while it goes on. */
export const PreviewRestore = z.object({ workId: id, studyId: id, moment: RestoreMoment });
/** `base` is the study's number when the preview was made: what was done since is looked at first. */
export const RestoreCodings = z.object({ eventId, studyId: id, seq: Seq, base: Seq });

export interface Counts {
  back: number;
  gone: number;
  changed: number;
}

/** What restoring the codings would do. */
export interface RestorePreview {
  /** The last event that stays, and when it was; null before the first. */
  seq: number;
  at: string | null;
  base: number;
  segments: Counts;
  codings: Counts;
  /** By who made the segments, those with most first. */
  coders: ({ id: string; name: string; own: boolean } & Counts)[];
  transcripts: number;
  /** Of the segments that come back, those on a text that was corrected since: they wait for a place. */
  waiting: number;
}
