import { can, type Role } from "./can";

/** Whose work of a kind somebody sees: everybody's, their own, or none. */
export type Whose = "all" | "own" | "none";

/**
 * Whose memos somebody sees. While a round is blind, those who code in it see their own alone, as they see
 * their own codings alone; "own" is the threads that they opened, with what was answered to them there. Asked
 * in one place for every way out: lists, counts, live events, history.
 */
export function memoSight(role: Role, { blind }: { blind: boolean }): Whose {
  if (!can(role, "memos.view")) return "none";
  if (!can(role, "memos.others")) return "own";
  return blind && !can(role, "members.view") ? "own" : "all";
}

/** Whose events somebody sees in the history: in a blind round their own alone, as with memos. */
export function historySight(role: Role, { blind }: { blind: boolean }): Whose {
  if (!can(role, "history.view")) return "none";
  return blind && !can(role, "members.view") ? "own" : "all";
}

/**
 * Whether somebody may play the recording of a talk. Everything is said in it that pseudonyms hide in the text:
 * where something is hidden, it is for those who may see what lies behind.
 */
export function hearing(role: Role, { redacted }: { redacted: boolean }): boolean {
  return can(role, "recording.hear") && (!redacted || can(role, "originals.view"));
}
