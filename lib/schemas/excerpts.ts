import { z } from "zod";
import { Certainty, Permission, Stance } from "./coding";
import { CountFilter, Ids, PersonGroups } from "./compare";

/** Which excerpts are meant, as an address says it. What is left out does not restrict. */
export const ExcerptFilter = CountFilter.extend({
  code: z.uuid().optional(),
  /** "only": the code alone; otherwise with all codes below it. */
  below: z.enum(["only", "all"]).default("all"),
  sector: z.uuid().optional(),
  interviewees: Ids.optional(),
  attributes: PersonGroups.optional(),
  /** The interviews alone, or the other sources alone. */
  of: z.enum(["interviews", "sources"]).optional(),
  /** A source beside the interviews. */
  source: z.uuid().optional(),
  /** BCP 47, as the transcripts have it. */
  language: z
    .string()
    .regex(/^[A-Za-z0-9-]{2,35}$/)
    .optional(),
});
export type ExcerptFilter = z.output<typeof ExcerptFilter>;

/** The filter as an old or a mistyped address says it: what is wrong is left out. */
export const ExcerptView = z.object({
  code: ExcerptFilter.shape.code.catch(undefined),
  below: ExcerptFilter.shape.below.catch("all"),
  sector: ExcerptFilter.shape.sector.catch(undefined),
  interviewees: Ids.optional().catch(undefined),
  attributes: PersonGroups.optional().catch(undefined),
  of: ExcerptFilter.shape.of.catch(undefined),
  source: ExcerptFilter.shape.source.catch(undefined),
  clusters: Ids.optional().catch(undefined),
  questions: Ids.optional().catch(undefined),
  coders: Ids.optional().catch(undefined),
  stances: CountFilter.shape.stances.catch(undefined),
  certainties: CountFilter.shape.certainties.catch(undefined),
  language: ExcerptFilter.shape.language.catch(undefined),
});

/** Most rows of one page. */
export const PAGE_LIMIT = 200;

/** Where the last page ended: the place of an excerpt with its number, or of one without. Opaque to the browser. */
export const Cursor = z.union([
  z.tuple([z.literal("n"), z.uuid(), z.int(), z.int(), z.uuid(), z.uuid()]),
  z.tuple([z.literal("a"), z.string().max(32), z.uuid(), z.uuid()]),
]);
export type Cursor = z.infer<typeof Cursor>;

/** GET /api/studies/[studyId]/excerpts */
export const ExcerptRequest = ExcerptFilter.extend({
  studyId: z.uuid(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(60),
});

/** GET /api/studies/[studyId]/excerpts.csv, and what waits beside it: GET /api/studies/[studyId]/excerpts/waiting */
export const ExcerptDownload = ExcerptFilter.extend({ studyId: z.uuid() });

/**
 * Coded segments that a correction left without a certain place, within a filter: until somebody decides,
 * they stand in no list and no count of the text as it is.
 */
export const WaitingSegments = z.object({
  segments: z.int(),
  /** Where they wait, most first, and of very many the first; null for those who may not read transcripts. */
  transcripts: z
    .object({
      count: z.int(),
      first: z.array(z.object({ id: z.uuid(), title: z.string(), segments: z.int() })),
    })
    .nullable(),
});
export type WaitingSegments = z.infer<typeof WaitingSegments>;

/**
 * One code on one segment, with what its permission lets out: what is kept in is null. Where the number may
 * not be shown, nothing is there that would tell it: no position, date, transcript, speaker, time or place.
 */
export const Excerpt = z.object({
  /** The same for rows of one range of one text, so that codes and coders on it can be shown together. */
  place: z.string(),
  numbers: z.array(z.int()).nullable(),
  sectors: z.array(z.string()).nullable(),
  positions: z.array(z.string()).nullable(),
  date: z.string().nullable(),
  /** The place to open, for those who may read transcripts. */
  link: z.object({ transcriptId: z.uuid(), segmentId: z.uuid() }).nullable(),
  transcript: z.string().nullable(),
  language: z.string(),
  cluster: z.string().nullable(),
  question: z.string().nullable(),
  speaker: z.string().nullable(),
  atMs: z.int().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  /** Null where the words may not be shown to this person. */
  quote: z.string().nullable(),
  /** Whether the words may be quoted outside; a lead sees them on screen even where they may not. */
  quotable: z.boolean(),
  codePath: z.string(),
  hue: z.int(),
  coder: z.string(),
  stance: Stance,
  /** Null where the coder has not said. */
  certainty: Certainty.nullable(),
  permission: Permission,
  memo: z.string(),
  /** The aligned turns of the other language of a pair. */
  other: z.object({ language: z.string(), text: z.string() }).nullable(),
});
export type Excerpt = z.infer<typeof Excerpt>;

export const ExcerptPage = z.object({
  rows: z.array(Excerpt),
  /** For the next page; null at the end. */
  next: z.string().nullable(),
});
export type ExcerptPage = z.infer<typeof ExcerptPage>;
