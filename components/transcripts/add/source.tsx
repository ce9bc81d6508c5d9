"use client";

import { useTranslations } from "use-intl";
import { Tabs } from "@/components/ui/tabs";
import { DropZone } from "./drop-zone";
import { PasteBox } from "./paste-box";

interface SourceProps {
  onTake: (files: readonly File[], title?: string) => void;
}

/** Where the words come from: files, or the clipboard, which becomes a file too. */
export function Source({ onTake }: SourceProps) {
  const t = useTranslations("transcripts.new");
  return (
    <Tabs
      label={t("source")}
      tabs={[
        { value: "file", label: t("file"), content: <DropZone onTake={onTake} /> },
        {
          value: "paste",
          label: t("paste"),
          content: <PasteBox onTake={(text) => onTake([asFile(text)], t("pastedName"))} />,
        },
      ]}
    />
  );
}

const asFile = (text: string) => new File([text], "pasted.txt", { type: "text/plain" });
