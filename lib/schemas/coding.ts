import { z } from "zod";
import * as coding from "@/lib/domain/coding";
import { PERMISSIONS } from "@/lib/domain/permission";
import { BATCH_LIMIT, CODES_LIMIT, MEMO_LIMIT, RESHAPED_LIMIT } from "./limits";

export { BATCH_LIMIT };

export const Stance = z.enum(coding.STANCES, "wrong");
export const Permission = z.enum(PERMISSIONS, "wrong");
export const Certainty = z.enum(coding.CERTAINTIES, "wrong");
export const CertaintyOrNone = z.enum(coding.CERTAINTIES_OR_NONE, "wrong");

const Id = z.uuid();
/** UTF-16 code units; PostgreSQL keeps them in 32 bits. */
const Offset = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
// PostgreSQL keeps neither NUL nor half a surrogate pair.
const Text = z.string().refine((text) => text.isWellFormed() && !text.includes("\u0000"), "not_text");
const Memo = Text.max(MEMO_LIMIT, "memo_too_long");

const Put = z.object({ id: Id, codeId: Id });
const Range = z.object({ start: Offset, end: Offset });
const Quoted = Range.extend({ quote: Text });

const Annotation = z
  .object({ stance: Stance, permission: Permission.nullable(), memo: Memo, certainty: Certainty.nullable() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "nothing_to_change");

/** Every operation carries an id made by the client: sent twice, it is the same as once. */
const operation = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ id: Id, kind: z.literal(kind), ...shape });

export const CodingOperation = z.discriminatedUnion("kind", [
  /** Put codes on a range; the coder's own segment with that very range takes them up. */
  operation("apply", {
    versionId: Id,
    segmentId: Id,
    start: Offset,
    end: Offset,
    quote: Text,
    codings: z.array(Put).min(1).max(CODES_LIMIT),
  }),
  /** Take codes off a segment; with its last code goes the segment. */
  operation("uncode", { segmentId: Id, codingIds: z.array(Id).min(1).max(CODES_LIMIT) }),
  /** Say that codings hold under the revision of the codebook that the coder has read. */
  operation("confirm", {
    segmentId: Id,
    codingIds: z.array(Id).min(1).max(CODES_LIMIT),
    revision: z.int().min(0),
  }),
  /** Move a segment's borders, from the range that the person saw. */
  operation("resize", {
    versionId: Id.optional(),
    segmentId: Id,
    start: Offset,
    end: Offset,
    quote: Text,
    base: Range,
  }),
  /** Change stance, permission or memo, from the values that the person saw. */
  operation("annotate", { segmentId: Id, changes: Annotation, base: Annotation }),
  operation("remove", { segmentId: Id }),
  /** Put another code in the place of one. */
  operation("recode", { segmentId: Id, codingId: Id, to: Put }),
  /** Make two segments of one. */
  operation("split", {
    versionId: Id,
    segmentId: Id,
    base: Range,
    left: Quoted,
    right: Quoted.extend({ segmentId: Id }),
    codings: z.array(Put).max(RESHAPED_LIMIT),
  }),
  /** Make one segment of several, or lay one of their codes over all of them. */
  operation("unite", {
    versionId: Id,
    segmentId: Id,
    parts: z
      .array(Range.extend({ segmentId: Id }))
      .min(2)
      .max(RESHAPED_LIMIT),
    codeId: Id.nullable(),
    start: Offset,
    end: Offset,
    quote: Text,
    codings: z.array(Put).max(RESHAPED_LIMIT),
  }),
  /** Take back an earlier operation of one's own, or an undo (which is a redo). */
  operation("undo", { eventId: Id }),
]) satisfies z.ZodType<coding.Operation>;
export type CodingOperation = coding.Operation;

export const OperationBatch = z.object({
  transcriptId: Id,
  /** Whose work this is: a browser keeps it while signed out, and another person may have signed in since. */
  coderId: Id.optional(),
  operations: z.array(CodingOperation).min(1).max(BATCH_LIMIT),
});

export const SegmentState = z.object({
  id: Id,
  versionId: Id,
  coderId: Id,
  start: Offset,
  end: Offset,
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  stance: Stance,
  permission: Permission.nullable(),
  memo: z.string(),
  // Rows of the history from before it was asked have none.
  certainty: Certainty.nullable().default(null),
  deleted: z.boolean(),
}) satisfies z.ZodType<coding.SegmentState>;

export const CodingState = z.object({
  id: Id,
  segmentId: Id,
  codeId: Id,
  coderId: Id,
  revision: z.int(),
  deleted: z.boolean(),
}) satisfies z.ZodType<coding.CodingState>;

/** The rows of an event, as history keeps them. */
export const Change = z.object({
  segments: z.array(SegmentState),
  codings: z.array(CodingState),
}) satisfies z.ZodType<coding.Change>;

export type OperationOutcome =
  | { id: string; ok: true; seq: number; change: coding.Change }
  /** With the rows as they are on the server, where that helps to decide. */
  | { id: string; ok: false; reason: coding.Refusal; current?: coding.Change };

const AskedOffset = z.coerce.number().pipe(Offset).optional();

/** What is asked of the codings: all, or where both are given those with a part in [from, to) of the text. */
export const CodingsQuery = z.object({ transcriptId: Id, from: AskedOffset, to: AskedOffset });

/**
 * GET /api/transcripts/[transcriptId]/codings: the live segments of the current version. Rows are tuples, each on a
 * line of its own and with its codings, since there may be a hundred thousand; who and what they name is said once.
 */
export const CodingsPayload = z.object({
  versionId: Id,
  /** Number of the transcript's last history event. */
  seq: z.int(),
  coders: z.array(z.object({ id: Id, name: z.string() })),
  /** The ids of the codes that any of the segments has. */
  codes: z.array(Id),
  /**
   * Of those alone from whom a blind round hides something in the study: ranges in which others have said unseen that
   * words may not be quoted, half-open and in order, widened to paragraphs.
   */
  withheld: z.array(z.tuple([Offset, Offset])).optional(),
  /** id, start, end, coder (index into coders), stance, permission, memo, when it was made (Unix seconds), certainty, codings; by start, then longer first. */
  segments: z.array(
    z.tuple([
      Id,
      Offset,
      Offset,
      z.int(),
      Stance,
      Permission.nullable(),
      z.string(),
      z.int(),
      Certainty.nullable(),
      /** id, code (index into codes), revision; in the order in which they were made. */
      z.array(z.tuple([Id, z.int(), z.int()])),
    ]),
  ),
});
export type CodingsPayload = z.infer<typeof CodingsPayload>;
