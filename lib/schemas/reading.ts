import { z } from "zod";

/** Most codes that are remembered as used last: as many as a list shows before the others. */
export const RECENT_LIMIT = 12;

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

/** The codes that somebody used last in a study, the latest first. */
export const KeepRecent = z.object({
  studyId: z.uuid(),
  codeIds: z.array(z.uuid()).min(1).max(RECENT_LIMIT),
});
export type KeepRecent = z.infer<typeof KeepRecent>;
