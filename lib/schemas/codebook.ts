import { z } from "zod";
import { isPathSafe } from "@/lib/domain/codebook";
import { eventId, id, line, prose } from "./fields";

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
/** `reason` may be blank where no meaning changes. */
export const EditCode = z.object({
  eventId,
  codeId: id,
  base: CodeFields,
  wanted: CodeFields,
  reason: reason.or(z.literal("")),
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
    }),
  ),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What the page of the codebook shows. */
export interface CodeRow extends CodeFields {
  id: string;
  parentId: string | null;
  position: number;
  retired: boolean;
}

export interface RevisionRow {
  number: number;
  reason: string;
  by: string;
  at: Date;
  /** Ids of the codes that it touched. */
  changed: string[];
}

export interface Codebook {
  studyId: string;
  mayEdit: boolean;
  /** The study that the codebook is borrowed from; its id where the person may open it. */
  home: { title: string; studyId: string | null } | null;
  codes: CodeRow[];
  /** By code; null for those who may not compare. */
  used: Record<string, { codings: number; interviewees: number }> | null;
  /** The newest first. */
  revisions: RevisionRow[];
}
