import { z } from "zod";
import { isPathSafe } from "@/lib/domain/codebook";
import { eventId, id, line, prose } from "./fields";
import { fileAnswer } from "./file-answer";

/** The longest name of a code, and the longest of its texts, in UTF-16 code units. */
export const NAME_LIMIT = 200;
export const PROSE_LIMIT = 4000;

export const HUES = [0, 1, 2, 3, 4, 5] as const;
const hue = z
  .number("wrong")
  .int("wrong")
  .min(0, "wrong")
  .max(HUES.length - 1, "wrong");

/** One printed character, as one key gives it; case does not matter. */
const shortcut = z
  .string("wrong")
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}]$/u, "wrong")
  .nullable();

/** Why the meaning changed: coders who coded before read it. */
const reason = line(500);

export const CodeFields = z.object({
  /** Codes are found again by their path, so a name holds no separator. */
  name: line(NAME_LIMIT).refine(isPathSafe, "no_separator"),
  hue,
  definition: prose(PROSE_LIMIT),
  whenToUse: prose(PROSE_LIMIT),
  whenNotToUse: prose(PROSE_LIMIT),
  example: prose(PROSE_LIMIT),
  counterExample: prose(PROSE_LIMIT),
  shortcut,
});
export type CodeFields = z.infer<typeof CodeFields>;

/** What a coder goes by. A change of one of these makes a revision; colour, key, order and examples do not. */
export const MEANING = [
  "name",
  "definition",
  "whenToUse",
  "whenNotToUse",
] as const satisfies (keyof CodeFields)[];

export const NewCode = CodeFields.partial()
  .required({ name: true, hue: true })
  .extend({ id, parentId: id.nullable() });
export type NewCode = z.infer<typeof NewCode>;

/** In an order in which parents come before their children. */
export const AddCodes = z.object({
  eventId,
  studyId: id,
  codes: z.array(NewCode).min(1, "required").max(1000, "too_long"),
});
/**
 * `reason` may be blank where no meaning changes. `review` says whether those who coded are to look at it again:
 * words may be mended without a change of meaning.
 */
export const EditCode = z.object({
  eventId,
  codeId: id,
  base: CodeFields,
  wanted: CodeFields,
  reason: reason.or(z.literal("")),
  review: z.boolean().default(true),
});
/** Under `parentId`, before which `index` of its other children stand. */
export const MoveCode = z.object({
  eventId,
  codeId: id,
  parentId: id.nullable(),
  index: z.number().int().min(0).max(5000),
  reason: reason.or(z.literal("")),
});
export const RetireCode = z.object({ eventId, codeId: id, reason });
export const RestoreCode = z.object({ eventId, codeId: id });

/** Merges a code into another, whose fields become `wanted`. */
export const MergeCodes = z.object({
  eventId,
  codeId: id,
  intoId: id,
  base: CodeFields,
  wanted: CodeFields,
  reason,
  review: z.boolean(),
});

/** Most codings that one splitting gives another code. */
export const SPLIT_LIMIT = 5000;
/** Gives codings of a code other codes, some of which may be made for it. */
export const SplitCode = z.object({
  eventId,
  studyId: id,
  codeId: id,
  codes: z.array(NewCode).max(50, "too_long"),
  given: z
    .array(z.object({ codingId: id, codeId: id }))
    .min(1, "required")
    .max(SPLIT_LIMIT, "too_long"),
  reason,
});

/** Most codes that one file or list holds, and most bytes. */
export const CODES_LIMIT = 2000;
export const CODES_FILE_LIMIT = 10 * 1024 * 1024;
/** What a file of codes holds, before anything is said of its columns. */
const CodesFile = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("list"), text: z.string() }),
  z.object({ kind: z.literal("table"), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
]);
export type CodesFile = z.infer<typeof CodesFile>;
export const CodesFileAnswer = fileAnswer(CodesFile);

/** A table of codes that is stored in one go. `base` are the fields that differ, as the person saw them. */
const ImportedFields = CodeFields.omit({ name: true }).partial();
export const ImportCodes = z.object({
  eventId,
  studyId: id,
  add: z.array(NewCode).max(CODES_LIMIT, "too_long"),
  change: z
    .array(z.object({ codeId: id, base: ImportedFields, wanted: ImportedFields }))
    .max(CODES_LIMIT, "too_long"),
  reason: reason.or(z.literal("")),
  review: z.boolean(),
});
export type ImportedFields = z.infer<typeof ImportedFields>;

export const AddExample = z.object({ eventId, id, segmentId: id, codeId: id, counter: z.boolean() });
export const RemoveExample = z.object({ eventId, exampleId: id });

/** The codebook as it was after a revision, and which codes the revision touched. */
export const Snapshot = z.object({
  changed: z.array(z.string()),
  codes: z.array(
    CodeFields.pick({
      name: true,
      definition: true,
      whenToUse: true,
      whenNotToUse: true,
      example: true,
      counterExample: true,
    }).extend({
      id,
      parentId: id.nullable(),
      retired: z.boolean(),
      // Revisions of earlier releases say nothing of these.
      hue: hue.default(0),
      mergedIntoId: id.nullable().default(null),
    }),
  ),
});
export type Snapshot = z.infer<typeof Snapshot>;
export type SnapshotCode = Snapshot["codes"][number];

/** A code with all that is stored of it. */
export const CodeState = CodeFields.extend({
  id,
  parentId: id.nullable(),
  position: z.int(),
  retired: z.boolean(),
  mergedIntoId: id.nullable(),
  /** The last revision that changed what it means. */
  meaningSince: z.int(),
});
export type CodeRow = z.infer<typeof CodeState>;

/** A part of a change that lies in one transcript: its own event there. */
const ChangePart = z.object({ eventId: id, studyId: id, transcriptId: id });
export type ChangePart = z.infer<typeof ChangePart>;

/** What an event of the codebook holds: the codes it touched as they were, and as they became. */
export const CodesBefore = z.object({ codes: z.array(CodeState) });
export const CodesAfter = CodesBefore.extend({
  revision: z.int().nullable(),
  parts: z.array(ChangePart).optional(),
  /** The codes that somebody meant to change; others may have had to move for them. */
  about: z.array(id).optional(),
});

/** What a coder goes by, and the rest that can be edited, of a code. */
export function fieldsOf(code: CodeFields): CodeFields {
  const { name, hue, definition, whenToUse, whenNotToUse, example, counterExample, shortcut } = code;
  return { name, hue, definition, whenToUse, whenNotToUse, example, counterExample, shortcut };
}
