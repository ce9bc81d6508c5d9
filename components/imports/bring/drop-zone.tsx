"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, type RefObject, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import { chosenFiles, droppedFiles, type NamedFile } from "../model/dropped";

declare module "react" {
  interface InputHTMLAttributes<T> {
    /** Has the input choose a folder with all that lies in it. */
    webkitdirectory?: string | undefined;
  }
}

const ACCEPTED =
  ".txt,.text,.md,.markdown,.html,.htm,.docx,.odt,.rtf,.pdf,.csv,.tsv,.xlsx,.vtt,.srt,text/plain,text/markdown,text/html,text/vtt,text/csv,application/pdf";

interface DropZoneProps {
  /** Whether one file is wanted, and no folder. */
  one?: boolean | undefined;
  busy?: boolean;
  onTake: (files: readonly NamedFile[]) => void;
}

export function DropZone({ one, busy, onTake }: DropZoneProps) {
  const t = useTranslations("imports.bring");
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (taken: readonly NamedFile[]) => taken.length > 0 && !busy && onTake(taken);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(await droppedFiles(event.dataTransfer));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way beside the buttons, which everybody has.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "flex flex-col items-center gap-2 rounded-lg border border-dashed px-4 py-6 text-center",
        over ? "border-accent bg-accent-tint" : "border-edge",
      )}
    >
      <FileUp aria-hidden className="size-7 text-faint" />
      <p>{t(one ? "dropOne" : "drop")}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant="primary" busy={busy} onClick={() => files.current?.click()}>
          {t(one ? "chooseOne" : "choose")}
        </Button>
        {!one && <Button onClick={() => folder.current?.click()}>{t("chooseFolder")}</Button>}
      </div>
      <Chooser
        ref={files}
        label={t(one ? "chooseOne" : "choose")}
        one={one}
        accept={ACCEPTED}
        onTake={take}
      />
      {!one && <Chooser ref={folder} label={t("chooseFolder")} folder onTake={take} />}
      <p className="max-w-xl text-faint text-sm">
        {t(one ? "formatsOne" : "formats", { megabytes: FILE_LIMIT / 1024 / 1024 })}
      </p>
    </div>
  );
}

interface ChooserProps {
  ref: RefObject<HTMLInputElement | null>;
  label: string;
  accept?: string;
  one?: boolean | undefined;
  folder?: boolean;
  onTake: (files: readonly NamedFile[]) => void;
}

function Chooser({ ref, label, accept, one, folder, onTake }: ChooserProps) {
  return (
    <input
      ref={ref}
      type="file"
      multiple={!one}
      accept={accept}
      webkitdirectory={folder ? "" : undefined}
      aria-label={label}
      className="sr-only"
      tabIndex={-1}
      onChange={(event) => {
        onTake(chosenFiles(event.target.files ?? []));
        // The same file can be chosen again.
        event.target.value = "";
      }}
    />
  );
}
