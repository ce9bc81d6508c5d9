import { z } from "zod";
import { withLinks } from "@/lib/domain/memo";
import { eventId, id, prose } from "./fields";
import { MEMO_LIMIT } from "./limits";

export const MEMO_ABOUT = ["study", "transcript", "segment", "code", "interviewee"] as const;
export type MemoAbout = (typeof MEMO_ABOUT)[number];

/** What a memo is about: the study itself, or one of its rows. */
export const MemoTarget = z.discriminatedUnion("about", [
  z.object({ about: z.literal("study"), studyId: id }),
  z.object({ about: z.literal("transcript"), id }),
  z.object({ about: z.literal("segment"), id }),
  /** The study in which it is written: a codebook can be several studies'. */
  z.object({ about: z.literal("code"), id, studyId: id }),
  z.object({ about: z.literal("interviewee"), id }),
]);
export type MemoTarget = z.infer<typeof MemoTarget>;

// Addresses of segments become links before the length is looked at.
const text = z
  .string("wrong")
  .transform(withLinks)
  .pipe(prose(MEMO_LIMIT))
  .refine((words) => words !== "", "required");

export const WriteMemo = z.object({ eventId, id, target: MemoTarget, text });
export const AnswerMemo = z.object({ eventId, id, threadId: id, text });
/** `base` is the text as the person saw it. */
export const EditMemo = z.object({ eventId, memoId: id, base: z.string(), text });
export const MemoRef = z.object({ eventId, memoId: id });

/** Which threads a list holds; those with a deleted memo of one's own are a list of their own. */
export const MEMO_STATES = ["open", "resolved", "all", "deleted"] as const;

export const MemoFilter = z.object({
  about: z.enum(MEMO_ABOUT).optional(),
  /** The row that they are about; with `about`. */
  of: id.optional(),
  /** Threads in which this person has written. */
  by: id.optional(),
  state: z.enum(MEMO_STATES).default("open"),
  /** Threads with a memo that holds these words, whatever their case. */
  text: z.string().trim().max(200).optional(),
});
export type MemoFilter = z.infer<typeof MemoFilter>;
/** The filter as an address holds it: what cannot be read is left out. */
export const MemoView = z.object({
  about: MemoFilter.shape.about.catch(undefined),
  by: MemoFilter.shape.by.catch(undefined),
  state: MemoFilter.shape.state.catch("open"),
  text: MemoFilter.shape.text.catch(undefined),
});

export type MemoView = z.infer<typeof MemoView>;

export const MemoListRequest = MemoFilter.extend({
  studyId: id,
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

const Moment = z.iso.datetime();

export const MemoRow = z.object({
  id,
  author: z.string(),
  /** Written by whoever asks. */
  own: z.boolean(),
  /** Empty of a deleted memo, but to its author. */
  text: z.string(),
  createdAt: Moment,
  editedAt: Moment.nullable(),
  deleted: z.boolean(),
});
export type MemoRow = z.infer<typeof MemoRow>;

export const MemoThread = z.object({
  about: z.enum(MEMO_ABOUT),
  /** Of the row that it is about; the study's own where it is about that. */
  of: id,
  /** A title, a name or a number, by what it is about; of a segment the title of its transcript. */
  label: z.string(),
  /** Where it is about a transcript or a segment. */
  transcriptId: id.nullable(),
  resolved: z.object({ at: Moment, by: z.string().nullable() }).nullable(),
  /** The one that opened it, then the answers as they came. */
  memos: z.array(MemoRow),
});
export type MemoThread = z.infer<typeof MemoThread>;

/** What a link to a segment may show to whoever asks. */
export const MemoLink = z.object({
  transcriptId: id,
  transcript: z.string(),
  language: z.string(),
  /** Null where it may not be quoted to this role. */
  quote: z.string().nullable(),
});
export type MemoLink = z.infer<typeof MemoLink>;

/** GET /api/studies/[studyId]/memos: a page of threads, the newest first. */
export const MemoPage = z.object({
  threads: z.array(MemoThread),
  /** Of the segments that the threads are about or link to, by id; those that are not here are gone, or another's. */
  links: z.record(z.string(), MemoLink),
  next: z.string().nullable(),
});
export type MemoPage = z.infer<typeof MemoPage>;

/** GET /api/studies/[studyId]/memos/counts: open threads, by what they are about. */
export const MemoCounts = z.object({
  study: z.int(),
  byId: z.record(z.string(), z.int()),
});
export type MemoCounts = z.infer<typeof MemoCounts>;
