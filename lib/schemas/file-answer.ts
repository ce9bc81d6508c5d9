import { z } from "zod";
import { ERROR_CODES } from "@/lib/access/errors";

/** What a route answers that reads a file apart: what is in it, or why that could not be read. */
export const fileAnswer = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion("ok", [
    z.object({ ok: z.literal(true), value }),
    z.object({
      ok: z.literal(false),
      error: z.object({
        code: z.enum(ERROR_CODES),
        detail: z.string().optional(),
        values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    }),
  ]);
