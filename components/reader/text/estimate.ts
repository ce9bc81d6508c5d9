import { countsBy } from "@/lib/domain/text";
import type { Row } from "../model/document";

/** Pixels of a paragraph before it has been on the page; measured then. */
export function estimateHeight(row: Row | undefined, language: string, width: number): number {
  if (!row) return 0;
  const dense = countsBy(language) === "characters";
  const column = Math.min(dense ? 646 : 600, Math.max(240, width - 330));
  const perLine = column / (dense ? 17 : 7.9);
  const lines = Math.max(1, Math.ceil(row.text.length / perLine));
  return lines * (dense ? 31 : 27) + (row.opensTurn ? 18 : 6) + row.questions.length * 52;
}
