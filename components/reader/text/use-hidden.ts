import { useMemo } from "react";
import { overlaps, type Range } from "@/lib/domain/segment";
import { useSession } from "../context";
import type { Row } from "../model/document";
import { useSelected } from "../model/signal";

const NONE: readonly Range[] = [];

/** The pseudonyms that stand in a paragraph. */
export function useHidden(row: Row): readonly Range[] {
  const session = useSession();
  const redactions = useSelected(session.shown, (document) => document.redactions);
  return useMemo(() => {
    const inside = redactions.filter((range) => overlaps(range, row));
    return inside.length > 0 ? inside : NONE;
  }, [redactions, row]);
}
