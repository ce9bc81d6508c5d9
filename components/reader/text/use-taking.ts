"use client";

import { type RefObject, useEffect } from "react";
import { useTranslations } from "use-intl";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";
import type { Permission } from "@/lib/domain/permission";
import type { Range } from "@/lib/domain/segment";
import { type Taken, type TakenOnceAsked, type TakenTurn, takenOf, takenOnceAsked } from "../model/taken";
import { selectedWithin } from "./dom-range";

/** Says to whoever the words are let go on that they were dragged here, where they may not leave. */
const DRAGGED = "application/x-kikitori-words";

/**
 * Lets what is selected in a text leave by the clipboard or by dragging as far as it may be quoted: its words,
 * not the page's, so that neither a label nor what stands behind a pseudonym goes with them. What may not be
 * quoted stays, and that is said. Within the product it can be dragged all the same.
 *
 * Whoever may not be told of all that keeps words in has it asked when they copy. To drag takes no asking: then
 * nothing leaves.
 */
export function useTaking(container: RefObject<HTMLElement | null>, from: () => TakenOnceAsked): void {
  const t = useTranslations("reader");
  useEffect(() => {
    const selected = () => container.current && selectedWithin(container.current);
    const written = ({ label, number, sector, words }: TakenTurn) => {
      const who = label ?? (number === null ? sector : t("permission.number", { number }));
      return who === null ? words : `${who}: ${words}`;
    };
    const linesOf = (turns: TakenTurn[]) =>
      (turns.length === 1 ? turns.map(({ words }) => words) : turns.map(written)).join("\n");
    const put = (data: DataTransfer, taken: Taken | null) => {
      data.clearData();
      if (taken?.ok) data.setData("text/plain", linesOf(taken.turns));
    };
    const refuse = (permission: Permission) =>
      toast({ kind: "info", message: t("notTaken", { permission }) });
    const askAndCopy = async (range: Range) => {
      const taken = await takenOnceAsked(from, range);
      if (!taken) toast({ kind: "info", message: t("notAsked") });
      else if (!taken.ok) refuse(taken.permission);
      else if (!(await copyText(linesOf(taken.turns)))) toast({ kind: "info", message: t("notCopied") });
    };
    const copy = (event: ClipboardEvent) => {
      // A field's own words are whoever wrote them's.
      const field = event.target instanceof Element && event.target.closest("input, textarea") !== null;
      const range = field ? null : selected();
      if (!range || !event.clipboardData) return;
      event.preventDefault();
      const source = from();
      const taken = takenOf(source, range);
      if (!taken.ok) refuse(taken.permission);
      else if (source.ask) void askAndCopy(range);
      else put(event.clipboardData, taken);
    };
    const drag = (event: DragEvent) => {
      const range = event.target instanceof Node && container.current?.contains(event.target) && selected();
      if (!range || !event.dataTransfer) return;
      const source = from();
      put(event.dataTransfer, source.ask ? null : takenOf(source, range));
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
