import { z } from "zod";
import { id } from "./fields";

/** Coding what a search found, taking such a step or a restore back, looking what a restore would do, and doing it. */
export const WORK_KINDS = ["code", "undo", "look", "restore"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Long work that is under way: under the id of the event that it will write. */
export const Work = z.object({
  id,
  kind: z.enum(WORK_KINDS),
  /** Of how many passages (of `code`) or transcripts; both are 0 before it is known. */
  done: z.int(),
  total: z.int(),
  cancelled: z.boolean(),
});
export type Work = z.infer<typeof Work>;

/** Most pieces of work that one screen follows. */
const MOST_FOLLOWED = 20;

export const WorkAsked = z.object({
  studyId: id,
  /** Ids of work that is followed, parted by commas. */
  followed: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(id).max(MOST_FOLLOWED))
    .optional(),
});

/** GET /api/studies/[studyId]/long-work: one's own work that is under way, and which of the followed is written. */
export const WorkState = z.object({ running: z.array(Work), written: z.array(id) });
export type WorkState = z.infer<typeof WorkState>;

/** DELETE /api/studies/[studyId]/long-work/[workId] */
export const WorkRef = z.object({ studyId: id, workId: id });
