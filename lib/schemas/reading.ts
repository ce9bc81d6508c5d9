import { z } from "zod";

/** Where somebody is in a transcript, in UTF-16 code units into the text of a version of it. */
export const KeepPlace = z.object({
  transcriptId: z.uuid(),
  versionId: z.uuid(),
  offset: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});
export type KeepPlace = z.infer<typeof KeepPlace>;
