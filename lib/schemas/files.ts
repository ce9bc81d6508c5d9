import { z } from "zod";
import { ENCODINGS, FILE_FORMATS, LEFT_OUT_KINDS, WARNING_CODES } from "@/lib/domain/transcript";
import type { Printed as PrintedPages } from "@/lib/domain/transcript/pages";

/** Why a file cannot be taken in; each has its words in lib/messages/errors.ts as `file_…`. */
export const READ_FAULTS = [
  "empty",
  "too_large",
  "text_too_long",
  "table_too_large",
  "not_text",
  "other_archive",
  "old_word",
  "old_excel",
  "old_office",
  "apple_pages",
  "other_office",
  "locked_office",
  "locked_pdf",
  "damaged_word",
  "damaged_odt",
  "damaged_excel",
  "damaged_pdf",
  "damaged_rtf",
  "damaged_csv",
  "scanned_pdf",
  "picture",
  "recording",
  "unpacks_too_large",
  "nested_too_deep",
  "forbidden_xml",
  "took_too_long",
  "took_too_much_memory",
  "reader_failed",
  "reading_cancelled",
] as const;
export const ReadFault = z.enum(READ_FAULTS);
export type ReadFault = z.infer<typeof ReadFault>;

/** What a reading is as a transcript while nobody has chosen anything. */
export const ReadingGuess = z.object({
  language: z.string(),
  speakers: z.number(),
  turns: z.number(),
  characters: z.number(),
  /** Whether it holds one talk in two languages, which a person may have become a pair. */
  twoLanguages: z.boolean(),
  warnings: z.array(z.enum(WARNING_CODES)),
});
export type ReadingGuess = z.infer<typeof ReadingGuess>;

/** All that is printed on pages, as it is kept (see lib/domain/transcript/pages). */
const Printed = z.object({
  pages: z.int().min(0),
  lines: z.array(
    z.tuple([
      z.int().min(0),
      z.int().min(0),
      z.number(),
      z.number(),
      z.number(),
      z.number(),
      z.array(z.tuple([z.string(), z.number(), z.number()])),
    ]),
  ),
  athwart: z.array(z.tuple([z.int().min(0), z.string()])),
}) satisfies z.ZodType<PrintedPages>;

/** What reading a file answers, as it comes back from the process that read it. */
export const FileRead = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    reading: z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("lines"),
        text: z.string(),
        edges: z.object({ top: z.int().min(0), bottom: z.int().min(0) }).optional(),
        printed: Printed.optional(),
      }),
      z.object({ kind: z.literal("cues"), text: z.string() }),
      z.object({
        kind: z.literal("table"),
        columns: z.array(z.string()),
        rows: z.array(z.array(z.string())),
      }),
    ]),
    format: z.enum(FILE_FORMATS),
    encoding: z.enum(ENCODINGS).nullable(),
    /** From 0 to 1, how sure the encoding is; null where the format says it, or a person. */
    confidence: z.number().min(0).max(1).nullable(),
    warnings: z.array(
      z.object({
        code: z.enum(WARNING_CODES),
        count: z.number(),
        example: z.string().optional(),
        at: z.number().optional(),
      }),
    ),
    leftOut: z.array(
      z.object({
        kind: z.enum(LEFT_OUT_KINDS),
        count: z.number(),
        example: z.string().optional(),
        at: z.number().optional(),
      }),
    ),
    /** Made where the file was read, since a long text takes a while. */
    guess: ReadingGuess.optional(),
  }),
  z.object({ ok: z.literal(false), reason: ReadFault }),
]);
export type FileRead = z.infer<typeof FileRead>;
