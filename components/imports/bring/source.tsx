"use client";

import { useTranslations } from "use-intl";
import { Tabs } from "@/components/ui/tabs";
import type { NamedFile } from "../model/dropped";
import { DropZone } from "./drop-zone";
import { PasteBox } from "./paste-box";

interface SourceProps {
  /** Whether one file is wanted, and no folder. */
  one?: boolean;
  /** What was taken is on its way, and nothing more is taken meanwhile. */
  busy?: boolean;
  onTake: (files: readonly NamedFile[]) => void;
}

/** Where the words come from: files, folders, or the clipboard, which becomes a file too. */
export function Source({ one, busy, onTake }: SourceProps) {
  const t = useTranslations("imports.bring");
  const paste = (text: string) => {
    const name = `${t("pastedName")}.txt`;
    onTake([{ name, file: new File([text], name, { type: "text/plain" }) }]);
  };
  return (
    <Tabs
      label={t("source")}
      tabs={[
        { value: "file", label: t("file"), content: <DropZone one={one} busy={busy} onTake={onTake} /> },
        { value: "paste", label: t("paste"), content: <PasteBox busy={busy} onTake={paste} /> },
      ]}
    />
  );
}
