import { KeepRecent } from "@/lib/schemas/reading";

const CodeIds = KeepRecent.shape.codeIds.catch([]);

const nameOf = (studyId: string, personId: string) => `kikitori:recent:${studyId}:${personId}`;

/** The codes used last that this browser has kept and the server may not have, the latest first: ids, and nobody's words. */
export function keptRecent(studyId: string, personId: string): readonly string[] {
  try {
    return CodeIds.parse(JSON.parse(localStorage.getItem(nameOf(studyId, personId)) ?? "[]"));
  } catch {
    return [];
  }
}

/** Keeps them until the server has them; a browser that keeps nothing goes on without. */
export function holdRecent(studyId: string, personId: string, codeIds: readonly string[] | null): void {
  try {
    const name = nameOf(studyId, personId);
    if (codeIds === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(codeIds));
  } catch {
    // Full or switched off.
  }
}
