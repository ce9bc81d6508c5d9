"use client";

import { useCallback, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { type BatchFile, isUnderWay } from "./model/files";

/** Says how many of the files that were handed on to be stored were, once all of them have ended. */
export function useHandedOn(files: readonly BatchFile[]): (some: readonly BatchFile[]) => void {
  const t = useTranslations("imports");
  const handed = useRef(new Set<string>());
  useEffect(() => {
    const mine = files.filter(({ id }) => handed.current.has(id));
    if (mine.length === 0 || mine.some(isUnderWay)) return;
    handed.current.clear();
    const added = mine.filter(({ status }) => status === "stored").length;
    const failed = mine.filter(({ status }) => status === "failed").length;
    if (added > 0) toast({ kind: "success", message: t("added", { count: added }) });
    if (failed > 0) toast({ kind: "error", message: t("someFailed", { count: failed }) });
  }, [files, t]);
  return useCallback((some) => {
    for (const { id } of some) handed.current.add(id);
  }, []);
}
