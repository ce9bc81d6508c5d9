import { useCallback } from "react";
import { useSession } from "../context";
import { useSignal } from "../model/signal";

/** Pixels of the line that stands for folded paragraphs, until it is measured. */
const LINE = 34;

/** How folded paragraphs stand in the list of all: the first of each run as a line that says so, the others as nothing. */
export function useFold(estimate: (index: number) => number) {
  const fold = useSignal(useSession().fold);
  /** Apart from the paragraph itself, so that neither is taken for as tall as the other. */
  const getItemKey = useCallback((index: number) => (fold?.hidden[index] ? `fold ${index}` : index), [fold]);
  return {
    fold,
    getItemKey,
    estimateSize: (index: number) =>
      fold?.hidden[index] ? (fold.runs.has(index) ? LINE : 0) : estimate(index),
    /** Whether something stands there. */
    stands: useCallback((index: number) => !fold?.hidden[index] || fold.runs.has(index), [fold]),
  };
}
