import { z } from "zod";

/** What has been chosen of a code that is being split: a code for each coding, and the codes that are given. */
export interface Choices {
  /** Ids of codes that are there, in the order of their figures. */
  targets: string[];
  /** Codes that are made when it is stored. */
  fresh: { id: string; name: string }[];
  /** By coding: the code that it gets, or "stay". */
  given: Record<string, string>;
}

export const STAY = "stay";
export const NONE: Choices = { targets: [], fresh: [], given: {} };

const Kept = z.object({
  targets: z.array(z.string()),
  fresh: z.array(z.object({ id: z.string(), name: z.string() })),
  given: z.record(z.string(), z.string()),
});

const nameOf = (studyId: string, codeId: string) => `kikitori:split:${studyId}:${codeId}`;

/** What this browser has kept of it: ids and names of codes, no words of anybody. Nothing where it keeps nothing. */
export function keptChoices(studyId: string, codeId: string): Choices {
  try {
    const text = localStorage.getItem(nameOf(studyId, codeId));
    return text === null ? NONE : Kept.parse(JSON.parse(text));
  } catch {
    return NONE;
  }
}

/** Keeps it for after a reload; a browser that keeps nothing goes on without. */
export function keepChoices(studyId: string, codeId: string, choices: Choices | null): void {
  try {
    const name = nameOf(studyId, codeId);
    if (choices === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(choices));
  } catch {
    // Full or switched off.
  }
}
