import { z } from "zod";
import type { Role } from "@/lib/access/can";
import { ownPath } from "./fields";

/** What the frame around every page knows. */
export interface ShellAccount {
  user: { name: string; email: string };
  /** Sample accounts are open to anyone at this computer; said on every page. */
  sampleMode: boolean;
}

/** What the frame knows inside a study: enough to name it. */
export interface ShellData extends ShellAccount {
  role: Role;
  /** The id of whoever is signed in: drafts are kept by it. */
  me: string;
  study: { id: string; title: string /** Said where the study's words are shown. */; notice: string };
  /** In how many transcripts a blind round shows them their own codings alone. */
  blind: number;
  /** How far what happens in the study had come when the page was made. */
  position: string;
}

/** GET /api/studies/[studyId]/names: what can be found in a study by its name. */
export const StudyNames = z.object({
  transcripts: z.array(z.object({ id: z.uuid(), title: z.string() })),
  /** In the order of the codebook; `path` holds the names from the root, joined by " > ". */
  codes: z.array(z.object({ id: z.uuid(), path: z.string(), hue: z.int() })),
});
export type StudyNames = z.infer<typeof StudyNames>;

/** The page that says why a file could not be had. */
export const RefusedFileParams = z.object({
  code: z.enum(["unauthenticated", "forbidden", "not_found", "unavailable", "other"]).catch("other"),
  /** Where it was asked for, on this server. */
  from: ownPath.optional().catch(undefined),
});
export type RefusedFileParams = z.infer<typeof RefusedFileParams>;
