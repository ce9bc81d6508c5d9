import { z } from "zod";
import { layRows, type PairRow } from "@/lib/domain/transcript";
import type { PairFrame } from "@/lib/schemas/pairs";
import { type PairTexts, sameRows, storedRows } from "./state";

const Row = z.object({ first: z.int().min(0), second: z.int().min(0) });

/** Unsaved changes of an alignment as the browser keeps them: no words, only how many turns stand in each row. */
export const KeptAlignment = z.object({
  /** The transcript that is first in these rows; the pair can be opened from either. */
  firstId: z.uuid(),
  base: z.array(Row),
  rows: z.array(Row),
});
export type KeptAlignment = z.infer<typeof KeptAlignment>;

/** Where correcting a pair begins. */
export interface Start {
  stored: PairRow[];
  rows: PairRow[];
  /**
   * What became of the unsaved changes of an earlier visit: there were none, they are laid over what is
   * stored, they are in it already, or they are of turns that the texts have no more.
   */
  left: "nothing" | "laid" | "stored" | "lost";
  /** How many rows that somebody else changed, too, had to give way. */
  given: number;
}

export function startOf(
  { transcript, mayCorrect }: Pick<PairFrame, "transcript" | "mayCorrect">,
  texts: PairTexts,
  found: { value: KeptAlignment } | null,
): Start {
  const stored = storedRows(texts);
  const asStored = { stored, rows: stored, given: 0 };
  if (!found || !mayCorrect) return { ...asStored, left: "nothing" };
  const { firstId, base, rows } = found.value;
  const turned = ({ first, second }: PairRow) => ({ first: second, second: first });
  const seen = (each: PairRow[]) => (firstId === transcript.id ? each : each.map(turned));
  const laid = layRows(seen(base), seen(rows), stored);
  if (!laid) return { ...asStored, left: "lost" };
  return sameRows(laid.rows, stored) ? { ...asStored, left: "stored" } : { stored, ...laid, left: "laid" };
}
