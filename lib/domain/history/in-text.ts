/** How a step in a text is taken back: a coding, by its rows; the guide's passages; what a search coded, in all texts at once. */
export const IN_TEXT = ["coding", "passages", "found"] as const;
export type InText = (typeof IN_TEXT)[number];

/** Parts of what was done to all texts, which go back with the whole, and what was decided after a correction. */
const NO_STEPS = new Set(["coding.restore", "coding.codebook", "coding.place"]);

/** How an event of this kind is a step in its text; null where it is none. */
export function inText(kind: string): InText | null {
  if (NO_STEPS.has(kind)) return null;
  if (kind === "coding.search") return "found";
  if (kind.startsWith("coding.")) return "coding";
  return kind.startsWith("passage.") ? "passages" : null;
}
