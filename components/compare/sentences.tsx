"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { copyText } from "@/components/ui/copy-text";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";

/** Sentences for the report, each with a button that copies it. */
export function Sentences({ sentences }: { sentences: readonly string[] }) {
  const t = useTranslations("compare.pane.sentence");
  const copy = async (sentence: string) => {
    if (await copyText(sentence)) toast({ kind: "success", message: t("copied") });
    else toast({ kind: "error", message: t("failed") });
  };
  return (
    <section aria-label={t("label")} className="grid gap-2 rounded-lg bg-accent-tint p-3 text-accent">
      {sentences.map((sentence) => (
        <div key={sentence} className="flex items-start gap-1">
          <p className="min-w-0 flex-1 select-text">{sentence}</p>
          <IconButton
            label={t("copy")}
            icon={<Copy aria-hidden />}
            onClick={() => void copy(sentence)}
            className="-my-1 text-accent"
          />
        </div>
      ))}
    </section>
  );
}
