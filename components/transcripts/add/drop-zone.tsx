"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";

const ACCEPTED = ".txt,.md,.markdown,.text,.docx,.vtt,.srt,text/plain,text/markdown,text/vtt";

export function DropZone({ onTake }: { onTake: (files: readonly File[]) => void }) {
  const t = useTranslations("transcripts.new");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onTake([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way beside the button, which everybody has.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "flex flex-col items-center gap-2 rounded-lg border border-dashed px-4 py-8 text-center",
        over ? "border-accent bg-accent-tint" : "border-edge",
      )}
    >
      <FileUp aria-hidden className="size-7 text-faint" />
      <p>{t("drop")}</p>
      <Button variant="primary" onClick={() => input.current?.click()}>
        {t("choose")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label={t("choose")}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onTake([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = "";
        }}
      />
      <p className="max-w-xl text-faint text-sm">{t("formats", { megabytes: FILE_LIMIT / 1024 / 1024 })}</p>
    </div>
  );
}
