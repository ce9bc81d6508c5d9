import type { Role } from "@/lib/access/can";

/** What the frame around every page knows. */
export interface ShellAccount {
  user: { name: string; email: string };
  /** Sample accounts are open to anyone at this computer; said on every page. */
  sampleMode: boolean;
}

/** What the frame knows inside a study: enough to name it, and to find anything in it by name. */
export interface ShellData extends ShellAccount {
  role: Role;
  study: { id: string; title: string /** Said where the study's words are shown. */; notice: string };
  transcripts: { id: string; title: string }[];
  codes: { id: string /** Names from the root, joined by " > ". */; path: string; hue: number }[];
}
