import { z } from "zod";
import type { CodeNode } from "@/lib/domain/codebook";
import { LONGEST_QUERY } from "@/lib/domain/search";
import { type FilterChoices, Ids } from "./compare";
import { eventId, id, line } from "./fields";

/** Whose words are searched. */
export const SPEAKERS = ["interviewee", "interviewer", "other"] as const;

/** What a search is narrowed to, as an address says it. What is left out does not restrict. */
export const SearchFilter = z.object({
  transcripts: Ids.optional(),
  sectors: Ids.optional(),
  interviewees: Ids.optional(),
  speakers: z.enum(SPEAKERS).optional(),
  clusters: Ids.optional(),
  questions: Ids.optional(),
  /** BCP 47, as the transcripts have it. */
  language: z
    .string()
    .regex(/^[A-Za-z0-9-]{2,35}$/)
    .optional(),
  /** Only where one of these codes, or one below it, lies on the words; or where none of them does. */
  within: Ids.optional(),
  without: Ids.optional(),
});
export type SearchFilter = z.output<typeof SearchFilter>;

const words = z.string().trim().max(LONGEST_QUERY);

/** A search as an old or a mistyped address says it: what is wrong is left out. */
const { shape } = SearchFilter;
export const SearchView = z.object({
  q: words.catch(""),
  transcripts: shape.transcripts.catch(undefined),
  sectors: shape.sectors.catch(undefined),
  interviewees: shape.interviewees.catch(undefined),
  speakers: shape.speakers.catch(undefined),
  clusters: shape.clusters.catch(undefined),
  questions: shape.questions.catch(undefined),
  language: shape.language.catch(undefined),
  within: shape.within.catch(undefined),
  without: shape.without.catch(undefined),
});
export type SearchView = z.output<typeof SearchView>;

/** Most hits of one page. A page ends with a whole stretch, so it may hold some more. */
export const SEARCH_PAGE_LIMIT = 1_000;

/**
 * Where the last page ended: a version, where in it the last stretch began that was looked through, and whether
 * what came before was found by an index or text by text.
 */
export const SearchCursor = z.tuple([z.uuid(), z.int(), z.enum(["index", "texts"])]);
export type SearchCursor = z.infer<typeof SearchCursor>;

export const SearchAsked = SearchFilter.extend({ studyId: z.uuid(), q: words.min(1) });
export type SearchAsked = z.output<typeof SearchAsked>;

const after = z.string().max(160).optional();

/** GET /api/studies/[studyId]/search/counts */
export const SearchCountsRequest = SearchAsked.extend({ after });

/** GET /api/studies/[studyId]/search */
export const SearchRequest = SearchAsked.extend({
  after,
  limit: z.coerce.number().int().min(1).max(SEARCH_PAGE_LIMIT).default(60),
});

/** How many texts have been looked through, from the first on, out of how many. */
const Looked = z.object({ texts: z.int(), of: z.int() });
export type Looked = z.infer<typeof Looked>;

/** How many hits there are in the texts that were looked through in this step, and whose words they are. */
export const SearchCounts = z.object({
  hits: z.int(),
  transcripts: z.int(),
  /** Hits in the words of each interviewee who has any, by id. */
  interviewees: z.record(z.uuid(), z.int()),
  /** Hits in interviewers' words, and in what nobody of them says. */
  interviewers: z.int(),
  others: z.int(),
  /** Interviewees whose words were searched: out of how many the ones above are. */
  searched: z.array(z.object({ id: z.uuid(), number: z.int(), sectorId: z.uuid() })),
  looked: Looked,
  /** For the next step, whose figures are added to these; null at the end. */
  next: z.string().nullable(),
});
export type SearchCounts = z.infer<typeof SearchCounts>;

const Offset = z.int().min(0);

/** One hit in its context. Offsets are UTF-16 code units of the version's text, half-open. */
export const SearchHit = z.object({
  /** Index into the page's transcripts. */
  of: z.int(),
  start: Offset,
  end: Offset,
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  /** What the hit may be extended to at most: the speech of its turn, or its line. */
  around: z.tuple([Offset, Offset]),
  speaker: z.string().nullable(),
  role: z.enum(SPEAKERS),
  number: z.int().nullable(),
  atMs: z.int().nullable(),
  question: z.string().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchPage = z.object({
  transcripts: z.array(
    z.object({
      id: z.uuid(),
      versionId: z.uuid(),
      title: z.string(),
      language: z.string(),
      /** Of the interviewees who speak in it, ascending. */
      numbers: z.array(z.int()),
    }),
  ),
  hits: z.array(SearchHit),
  /** For the next page; null at the end. A page without hits may have one: the search goes on from there. */
  next: z.string().nullable(),
  looked: Looked,
  /** Where all is counted already; else they are asked for by themselves. */
  counts: SearchCounts.nullable(),
  /** Texts that are not ready to be searched yet, and are being made so. */
  preparing: z.int(),
});
export type SearchPage = z.infer<typeof SearchPage>;

/** As it is kept: lists instead of the address's commas. */
const KeptFilter = z.object({
  transcripts: z.array(id).optional(),
  sectors: z.array(id).optional(),
  interviewees: z.array(id).optional(),
  speakers: SearchFilter.shape.speakers,
  clusters: z.array(id).optional(),
  questions: z.array(id).optional(),
  language: SearchFilter.shape.language,
  within: z.array(id).optional(),
  without: z.array(id).optional(),
});

const name = line(120);

export const SaveSearch = z.object({
  eventId,
  studyId: id,
  id,
  name,
  query: words.min(1, "required"),
  filter: KeptFilter,
});
export const RenameSearch = z.object({ eventId, searchId: id, base: name, name });
export const DeleteSearch = z.object({ eventId, searchId: id });

/** Most passages that are coded at once. */
export const MOST_PASSAGES = 5_000;

/** Codes passages of any number of texts at once: all of them, or none. */
export const CodeFound = z.object({
  eventId,
  studyId: id,
  codeId: id,
  texts: z
    .array(
      z.object({
        transcriptId: id,
        versionId: id,
        /** Half-open, in UTF-16 code units. */
        ranges: z
          .array(z.tuple([Offset, Offset]))
          .min(1)
          .max(MOST_PASSAGES),
      }),
    )
    .min(1)
    .max(MOST_PASSAGES)
    .refine(
      (texts) => texts.reduce((sum, { ranges }) => sum + ranges.length, 0) <= MOST_PASSAGES,
      "too_long",
    ),
});

/** What came of it: passages that had the code already are not counted among those that were coded. */
export type CodedFound = { codeId: string; codings: number; parts: string[] };

export interface SavedSearch {
  id: string;
  name: string;
  query: string;
  filter: SearchFilter;
  createdBy: string;
}

/** A kept filter, also of an earlier form. */
export const readFilter = (kept: unknown): SearchFilter => KeptFilter.catch({}).parse(kept);

/** What the page offers to narrow a search to, and to code with. */
export interface SearchChoices
  extends Pick<FilterChoices, "sectors" | "interviewees" | "clusters" | "languages"> {
  transcripts: { id: string; title: string }[];
  /** In the order of the codebook. */
  codes: (CodeNode & { retired: boolean })[];
}
