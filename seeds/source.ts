import { z } from "zod";

const Excerpt = z.strictObject({
  /** Index of the paragraph, from 0. */
  paragraph: z.int().min(0),
  /** Words of that paragraph, in which they stand once. */
  quote: z.string().min(1),
  /** Paths in the codebook. */
  codes: z.array(z.string()).min(1),
  coders: z.array(z.enum(["first", "second"])).min(1),
  memo: z.string().optional(),
});

/** A source beside the interviews, as its file gives it: its words, and what the coders made of them. */
export const SampleSource = z.strictObject({
  key: z.string().min(1),
  kind: z.enum(["document", "record", "report", "field_note"]),
  title: z.string().min(1),
  publisher: z.string(),
  date: z.iso.date().nullable(),
  paragraphs: z.array(z.string().min(1)).min(1),
  codings: z.array(Excerpt),
});
export type SampleSource = z.infer<typeof SampleSource>;
