import { z } from "zod";
import { DENOMINATORS } from "@/lib/domain/compare";
import { CertaintyOrNone, Stance } from "./coding";

/** Most values of one filter: more than any screen offers. */
export const VALUES_LIMIT = 200;

/** Several values in one parameter of an address, joined by commas; sorted, each once, so that equal filters are equal text. */
function listOf<T extends z.ZodType<string, string>>(value: T) {
  return z
    .string()
    .transform((text) => [...new Set(text.split(","))].sort())
    .pipe(z.array(value).min(1).max(VALUES_LIMIT));
}

export const Ids = listOf(z.uuid());

/** A group of interviewees by attribute: the attribute's id, a full stop, the group's key. */
const PersonGroup = z.string().regex(/^[0-9a-f-]{36}\.(none|=[^,]{1,3000}|-?[\d.]{1,40}\.\.-?[\d.]{1,40})$/);

/** Of one attribute any of the groups, of several attributes all. */
export const PersonGroups = listOf(PersonGroup);

/** The attribute and the key that such a group names. */
export function personGroup(group: string): { attributeId: string; key: string } {
  return { attributeId: group.slice(0, 36), key: group.slice(37) };
}

/** The groups chosen, with one attribute's groups in the place of what was chosen of that attribute. */
export function withGroups(
  chosen: readonly string[] | undefined,
  attributeId: string,
  keys: readonly string[],
): string[] | undefined {
  const others = (chosen ?? []).filter((group) => personGroup(group).attributeId !== attributeId);
  const next = [...others, ...keys.map((key) => `${attributeId}.${key}`)];
  return next.length > 0 ? next : undefined;
}

/** The keys chosen of one attribute. */
export function groupsIn(chosen: readonly string[] | undefined, attributeId: string): string[] {
  return (chosen ?? [])
    .map(personGroup)
    .flatMap((group) => (group.attributeId === attributeId ? [group.key] : []));
}

/** Which codings are counted, as an address says it. What is left out does not restrict. */
export const CountFilter = z.object({
  clusters: Ids.optional(),
  questions: Ids.optional(),
  coders: Ids.optional(),
  stances: listOf(Stance).optional(),
  certainties: listOf(CertaintyOrNone).optional(),
});
export type CountFilter = z.output<typeof CountFilter>;

/** What the columns of a matrix are. */
export const COLUMNS = ["sector", "interviewee", "cluster", "source", "attribute"] as const;
export type Columns = (typeof COLUMNS)[number];

/** Whose talk such columns compare: other sources are counted apart from the interviews. */
export function comparedIn(columns: Columns): "interviews" | "sources" {
  return columns === "source" ? "sources" : "interviews";
}

/** Who is compared, and by which attribute, where the columns are an attribute's groups. */
const People = z.object({ by: z.uuid().optional(), attributes: PersonGroups.optional() });
export type PeopleChoice = z.output<typeof People>;

/** GET /api/studies/[studyId]/compare */
export const CompareRequest = CountFilter.extend({
  studyId: z.uuid(),
  columns: z.enum(COLUMNS).default("sector"),
  ...People.shape,
}).refine(
  // Other sources are nobody, and a column of an attribute is of one that is named.
  ({ columns, by, attributes }) =>
    (columns === "attribute") === (by !== undefined) && (columns !== "source" || !attributes),
);
export type CompareRequest = z.output<typeof CompareRequest>;

const Zero = z.enum(["asked_not_raised", "not_asked", "not_yet_coded"]);

/**
 * One cell: n, of, numbers that may be cited, segments, words, characters, why it is a zero. `numbers`
 * holds fewer than n where some may not be cited by number, and is empty above the limit that the server keeps.
 */
const CellTuple = z.tuple([z.int(), z.int(), z.array(z.int()), z.int(), z.int(), z.int(), Zero.nullable()]);
export type CellTuple = z.infer<typeof CellTuple>;

const Totals = z.object({
  people: z.int(),
  /** Segments summed over all codes: a segment with two codes is two. */
  codings: z.int(),
  codedWords: z.int(),
  codedCharacters: z.int(),
  spokenWords: z.int(),
  spokenCharacters: z.int(),
});
export type Totals = z.infer<typeof Totals>;

export const ComparePayload = z.object({
  codes: z.array(
    z.object({
      id: z.uuid(),
      parentId: z.uuid().nullable(),
      name: z.string(),
      hue: z.int(),
      retired: z.boolean(),
      depth: z.int(),
      /** A cell for each column, then the total; the code alone, and with all codes below it (null where that is the same). */
      own: z.array(CellTuple),
      tree: z.array(CellTuple).nullable(),
    }),
  ),
  /** The columns in order; the total is not among them. */
  columns: z.array(
    z.object({ key: z.string(), label: z.string(), hint: z.string(), small: z.boolean(), totals: Totals }),
  ),
  total: z.object({ small: z.boolean(), totals: Totals }),
  /** Coded segments with words of speakers not yet known to be one of the interviewees: those words are in no column, nor in the total. */
  unattributed: z.int(),
  /** Whether any coding, any interviewee and any transcript is there yet: for what to do next. */
  has: z.object({ codings: z.boolean(), interviewees: z.boolean(), transcripts: z.boolean() }),
  /** Only what may be cited by number is counted (a viewer's columns of single interviewees). */
  citableOnly: z.boolean(),
});
export type ComparePayload = z.infer<typeof ComparePayload>;

/** What a cell's first figure is, and what its shade is a share of. */
export const FIGURES = ["interviewees", "segments", "words"] as const;
export type FigureName = (typeof FIGURES)[number];

const Uuid = z.uuid();
/** Longer than any column's key: a text that a study keeps of somebody can be one. */
const COLUMN_LIMIT = 3100;

/** How the matrix is looked at, as its address says it. What an old or a mistyped address says wrongly is left out. */
export const CompareView = z
  .object({
    columns: z.enum(COLUMNS).catch("sector"),
    /** The attribute whose groups the columns are. */
    by: Uuid.optional().catch(undefined),
    /** The code whose branch is shown. */
    rows: Uuid.optional().catch(undefined),
    figure: z.enum(FIGURES).catch("interviewees"),
    share: z.enum(DENOMINATORS).catch("interviewees"),
    /** Whether parents hold only what is coded with themselves. */
    alone: z.literal("1").optional().catch(undefined),
    clusters: Ids.optional().catch(undefined),
    coders: Ids.optional().catch(undefined),
    stances: CountFilter.shape.stances.catch(undefined),
    certainties: CountFilter.shape.certainties.catch(undefined),
    attributes: PersonGroups.optional().catch(undefined),
    /** A column's key, "name" or "total"; with "-" before it the largest first. Absent: the codebook's order. */
    sort: z.string().max(COLUMN_LIMIT).optional().catch(undefined),
    /** Codes whose branches are closed while all others are open; or, where it is there, those open while all others are closed. */
    closed: Ids.optional().catch(undefined),
    opened: z
      .literal("")
      .transform((): string[] => [])
      .or(Ids)
      .optional()
      .catch(undefined),
    /** The open cell: the code's id, a full stop, the column's key or "all". */
    cell: z
      .string()
      .regex(/^[0-9a-f-]{36}\../)
      .max(COLUMN_LIMIT)
      .optional()
      .catch(undefined),
  })
  .transform((view) => ({
    ...view,
    columns: view.columns === "attribute" && !view.by ? "sector" : view.columns,
    by: view.columns === "attribute" ? view.by : undefined,
    attributes: view.columns === "source" ? undefined : view.attributes,
  }));
export type CompareView = z.output<typeof CompareView>;

/** What talk can be filtered by. */
export interface FilterChoices {
  clusters: { id: string; key: string; title: string }[];
  /** With how many interviewees stand for each. */
  sectors: { id: string; name: string; interviewees: number }[];
  coders: { id: string; name: string }[];
  languages: string[];
  interviewees: { id: string; number: number }[];
  /** For those who may see people; `groups` is null of texts too different to be groups. */
  attributes: {
    id: string;
    name: string;
    groups: { key: string; label: string; people: number }[] | null;
  }[];
}
