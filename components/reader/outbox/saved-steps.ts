import { z } from "zod";
import { Change } from "@/lib/schemas/coding";

/** The last events of a visit, as the browser keeps them. Fetched only where there are any. */
export const SavedSteps = z.object({
  versionId: z.string(),
  done: z.array(z.string()),
  undone: z.array(z.string()),
  /** Those of them that changed passages: what they changed, the server knows. */
  passages: z.array(z.string()),
  /** Those of them that a search did in several texts at once: they are taken back by the server. */
  found: z.array(z.string()).default([]),
  events: z.array(z.object({ id: z.string(), before: Change, after: Change, takenBack: z.boolean() })),
});
export type SavedSteps = z.infer<typeof SavedSteps>;
