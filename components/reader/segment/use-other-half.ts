import { useEffect, useState } from "react";
import type { ReaderDocument } from "../model/document";
import { loadText } from "../model/load";

/** The text of the other half of a pair, once it is wanted. */
export function useOtherHalf(transcriptId: string, wanted: boolean): ReaderDocument | null {
  const [other, setOther] = useState<ReaderDocument | null>(null);
  useEffect(() => {
    if (!wanted || other) return;
    const abort = new AbortController();
    loadText(transcriptId, abort.signal).then(
      (answer) => answer.ok && setOther(answer.value),
      // Left before it came: there is nobody to show it to.
      () => undefined,
    );
    return () => abort.abort();
  }, [transcriptId, wanted, other]);
  return other;
}
