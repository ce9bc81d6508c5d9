import type { ComparePayload, CompareView } from "@/lib/schemas/compare";
import { openCell } from "./view";

/** More rows than any window shows. */
const FIRST = 120;

/**
 * What the page brings of a matrix: all of a small one; of a large one the first rows, those from the chosen
 * branch and from the open cell on, and what is above them, so that no page carries thousands of rows
 * that are out of view. `whole` says whether that is all there will be to show.
 */
export function firstOf(
  payload: ComparePayload,
  view: Pick<CompareView, "rows" | "cell">,
): { payload: ComparePayload; whole: boolean } {
  const { codes } = payload;
  if (codes.length <= FIRST) return { payload, whole: true };
  const at = new Map(codes.map(({ id }, index) => [id, index]));
  const kept = new Set<number>();
  for (const id of [codes[0]?.id, view.rows, openCell(view)?.codeId]) {
    const start = id === undefined ? undefined : at.get(id);
    if (start === undefined) continue;
    for (let index = start; index < Math.min(start + FIRST, codes.length); index += 1) kept.add(index);
    for (let above = codes[start]?.parentId; above; ) {
      const index = at.get(above);
      if (index === undefined) break;
      kept.add(index);
      above = codes[index]?.parentId ?? null;
    }
  }
  // Without any coding there is nothing to show, however many codes there are.
  return {
    payload: { ...payload, codes: codes.filter((_, index) => kept.has(index)) },
    whole: !payload.has.codings,
  };
}
