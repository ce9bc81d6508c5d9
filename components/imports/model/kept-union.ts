/** Whether questions of guides in several languages, which stand in the same places, are the same ones. */
export type Union = "unite" | "apart";

const nameOf = (studyId: string) => `kikitori guide union ${studyId}`;

/** What the person said of a study's questions in this browser; null where they have not, or it keeps nothing. */
export function keptUnion(studyId: string): Union | null {
  try {
    const kept = localStorage.getItem(nameOf(studyId));
    return kept === "unite" || kept === "apart" ? kept : null;
  } catch {
    return null;
  }
}

export function keepUnion(studyId: string, union: Union): void {
  try {
    localStorage.setItem(nameOf(studyId), union);
  } catch {
    // Where the browser keeps nothing, the question is asked again.
  }
}
