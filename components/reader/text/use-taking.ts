"use client";

import { type RefObject, useEffect } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { type Taken, type TakenFrom, type TakenTurn, takenOf } from "../model/taken";
import { selectedWithin } from "./dom-range";

/** Says to whoever the words are let go on that they were dragged here, where they may not leave. */
const DRAGGED = "application/x-kikitori-words";

/**
 * Lets what is selected in a text leave by the clipboard or by dragging as far as it may be quoted: its words,
 * not the page's, so that neither a label nor what stands behind a pseudonym goes with them. What may not be
 * quoted stays, and that is said. Within the product it can be dragged all the same.
 */
export function useTaking(container: RefObject<HTMLElement | null>, from: () => TakenFrom): void {
  const t = useTranslations("reader");
  useEffect(() => {
    const take = (): Taken | null => {
      const range = container.current && selectedWithin(container.current);
      return range && takenOf(from(), range);
    };
    const written = ({ label, number, sector, words }: TakenTurn) => {
      const who = label ?? (number === null ? sector : t("permission.number", { number }));
      return who === null ? words : `${who}: ${words}`;
    };
    const put = (data: DataTransfer, taken: Taken) => {
      data.clearData();
      if (!taken.ok) return;
      const { turns } = taken;
      const lines = turns.length === 1 ? turns.map(({ words }) => words) : turns.map(written);
      data.setData("text/plain", lines.join("\n"));
    };
    const copy = (event: ClipboardEvent) => {
      // A field's own words are whoever wrote them's.
      const field = event.target instanceof Element && event.target.closest("input, textarea") !== null;
      const taken = field ? null : take();
      if (!taken || !event.clipboardData) return;
      event.preventDefault();
      if (taken.ok) put(event.clipboardData, taken);
      else toast({ kind: "info", message: t("notTaken", { permission: taken.permission }) });
    };
    const drag = (event: DragEvent) => {
      const taken = event.target instanceof Node && container.current?.contains(event.target) ? take() : null;
      if (!taken || !event.dataTransfer) return;
      put(event.dataTransfer, taken);
      event.dataTransfer.setData(DRAGGED, "");
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);
    document.addEventListener("dragstart", drag);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", copy);
      document.removeEventListener("dragstart", drag);
    };
  }, [container, from, t]);
}
