"use client";

import { Copy, Download, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Confirm } from "@/components/ui/confirm";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";
import { type LeftWork as Left, useLeftWork } from "./use-left-work";
import { useWordsOf } from "./use-words-of";

/** Changes of a work that are shown before they are asked for. */
const FEW = 5;

/**
 * Coding of one's own that was never stored, in transcripts that one can no longer open: to be seen, taken away and let
 * go of. Nothing where there is none.
 */
export function LeftWork({ personId }: { personId: string }) {
  const t = useTranslations("drafts.left");
  const { works, codes, letGo } = useLeftWork(personId);
  const wordsOf = useWordsOf(codes);
  if (works.length === 0) return null;
  const count = works.reduce((sum, { parts }) => sum + parts.length, 0);
  return (
    <section aria-label={t("label")} className="mb-6">
      <Callout kind="warning" title={t("title", { count })}>
        <p>{t("body")}</p>
        <ul className="mt-3 grid gap-4">
          {works.map((work) => (
            <Work
              key={work.transcriptId}
              work={work}
              lines={work.parts.map(wordsOf)}
              onLetGo={() => letGo(work.transcriptId)}
            />
          ))}
        </ul>
      </Callout>
    </section>
  );
}

interface WorkProps {
  work: Left;
  lines: string[];
  onLetGo: () => Promise<void>;
}

function Work({ work: { transcriptId, study, parts }, lines, onLetGo }: WorkProps) {
  const t = useTranslations("drafts.left");
  const where = study ? t("ofStudy", { study }) : t("ofOther");
  // The id is what a lead of the study finds the transcript by.
  const text = [where, t("transcript", { id: transcriptId }), "", ...lines].join("\n");
  const copy = async () => {
    if (await copyText(text)) toast({ kind: "success", message: t("copied") });
    else toast({ kind: "error", message: t("notCopied") });
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain;charset=utf-8" }));
    Object.assign(document.createElement("a"), { href: address, download: `${t("file")}.txt` }).click();
    // Once the browser has begun to read it.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const items = (some: readonly string[], from = 0) =>
    some.map((line, index) => (
      <li key={parts[from + index]?.id} dir="auto" className="whitespace-pre-wrap wrap-anywhere">
        {line}
      </li>
    ));
  return (
    <li className="grid gap-1.5 border-line border-t pt-3">
      <p className="font-medium text-ink wrap-anywhere">{where}</p>
      <ul className="grid list-disc gap-1 pl-5">{items(lines.slice(0, FEW))}</ul>
      {lines.length > FEW && (
        <details>
          <summary className="min-h-6 cursor-pointer">{t("more", { count: lines.length - FEW })}</summary>
          <ul className="mt-1 grid list-disc gap-1 pl-5">{items(lines.slice(FEW), FEW)}</ul>
        </details>
      )}
      <div className="mt-1 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void copy()}>
          <Copy aria-hidden /> {t("copy")}
        </Button>
        <Button size="sm" onClick={download}>
          <Download aria-hidden /> {t("download")}
        </Button>
        <Confirm
          trigger={
            <Button size="sm" variant="quiet">
              <Trash2 aria-hidden /> {t("letGo.open")}
            </Button>
          }
          title={t("letGo.title", { count: parts.length })}
          body={t("letGo.body")}
          submit={t("letGo.submit")}
          action={async () => {
            await onLetGo();
            return { ok: true, value: null };
          }}
          onDone={() => toast({ kind: "info", message: t("letGo.done") })}
        />
      </div>
    </li>
  );
}
