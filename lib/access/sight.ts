import { can, type Role } from "./can";

/** Whose work of a kind somebody sees: everybody's, their own, or none. */
export type Whose = "all" | "own" | "none";

/**
 * Whose memos somebody sees. Whoever is blind in any transcript of the study sees their own alone, since a memo on
 * anything may say how somebody coded; "own" is the threads that they opened, with what was answered to them there
 * unless they are blind. Asked in one place for every way out: lists, counts, live events, history.
 */
export function memoSight(role: Role, { blind }: { blind: boolean }): Whose {
  if (!can(role, "memos.view")) return "none";
  return blind || !can(role, "memos.others") ? "own" : "all";
}

/** How blind somebody is towards an event: in its own transcript; in others of the study; in none. */
export type Blindness = "there" | "elsewhere" | "nowhere";

/**
 * What a blind member sees of others' events: nothing of their codings where they are blind, and nothing of what
 * belongs to no transcript and may tell of codings in any. All else they see, such as corrections and the codebook.
 */
export const HIDDEN: readonly (readonly [kind: string, where: "there" | "anywhere"])[] = [
  ["coding.", "there"],
  // What a change of the codebook did in one transcript; the change itself is everybody's.
  ["code.", "there"],
  ["example.", "anywhere"],
  ["memo.", "anywhere"],
  ["search.code", "anywhere"],
  ["history.", "anywhere"],
];

/** Whether somebody who may see the history sees an event of this kind. Pure; the same in SQL: lib/server/blind.ts. */
export function seesEvent(kind: string, { own, blind }: { own: boolean; blind: Blindness }): boolean {
  if (own || blind === "nowhere") return true;
  const where = HIDDEN.find(([before]) => kind.startsWith(before))?.[1];
  return where === undefined || (where === "there" && blind === "elsewhere");
}

/**
 * Whether somebody may play the recording of a talk. Everything is said in it that pseudonyms hide in the text:
 * where something is hidden, it is for those who may see what lies behind.
 */
export function hearing(role: Role, { redacted }: { redacted: boolean }): boolean {
  return can(role, "recording.hear") && (!redacted || can(role, "originals.view"));
}
