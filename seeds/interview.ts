import { z } from "zod";
import { Permission } from "@/lib/schemas/coding";

const Turn = z.strictObject({
  /** A letter for each interviewer; I for the interviewee. */
  speaker: z.enum(["A", "B", "C", "D", "I"]),
  /** From the start of the recording. */
  at: z.string().regex(/^\d{2}:[0-5]\d:[0-5]\d$/),
  /** Key of the guide's question that the turn asks or answers; null for openings, asides and closings. */
  question: z.string().nullable(),
  en: z.string().min(1),
  ja: z.string().min(1).optional(),
});

const Excerpt = z.strictObject({
  /** Index of the turn, from 0. */
  turn: z.int().min(0),
  language: z.enum(["en", "ja"]),
  /** Words of that turn, in which they stand once. */
  quote: z.string().min(1),
  /** Paths in the codebook. */
  codes: z.array(z.string()).min(1),
  coders: z.array(z.enum(["first", "second"])).min(1),
  stance: z.enum(["personal", "organisation", "not stated"]),
  memo: z.string().optional(),
  permission: Permission.optional(),
});

/** One interview of a sample study, as its file gives it: what was said, and what the coders made of it. */
export const SampleInterview = z.strictObject({
  interviewee: z.int().min(1),
  turns: z.array(Turn).min(1),
  /** Keys of questions that were asked and got no real answer. */
  unanswered: z.array(z.string()),
  codings: z.array(Excerpt),
});
export type SampleInterview = z.infer<typeof SampleInterview>;
export type SampleLanguage = "en" | "ja";
