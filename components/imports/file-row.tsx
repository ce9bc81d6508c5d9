"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { FileState } from "./file-state";
import type { BatchFile } from "./model/files";

interface FileRowProps {
  studyId: string;
  file: BatchFile;
  title: string;
  /** What is known of it, in a line. */
  facts: string | null;
  current: boolean;
  onChoose: (id: string) => void;
  onCancel: (id: string) => void;
}

const STAYS: readonly BatchFile["status"][] = ["chosen", "storing", "stored", "cancelled"];

export function FileRow({ studyId, file, title, facts, current, onChoose, onCancel }: FileRowProps) {
  const t = useTranslations("imports");
  const { id, status, transcriptId } = file;
  return (
    <li
      className={cx(
        "flex items-center gap-1 rounded-md border px-1.5 py-1",
        current ? "border-accent bg-accent-tint" : "border-line",
      )}
    >
      <button
        type="button"
        aria-current={current || undefined}
        onClick={() => onChoose(id)}
        className="grid min-w-0 flex-1 justify-items-start gap-0.5 rounded-sm px-1 py-0.5 text-left"
      >
        <span className="w-full truncate font-medium">{title}</span>
        <FileState file={file} />
        {facts && status !== "stored" && <span className="text-soft text-sm">{facts}</span>}
        {status === "sending" && (
          <span className="mt-1 w-full">
            <ProgressBar label={t("sendingOf", { name: title })} value={file.sent} max={file.size} />
          </span>
        )}
      </button>
      {transcriptId && (
        <Link
          href={studyRoute(studyId, "transcripts", `/${transcriptId}`)}
          className="px-2 text-accent text-sm underline underline-offset-2"
        >
          {t("read")}
        </Link>
      )}
      {!STAYS.includes(status) && (
        <IconButton
          label={t("remove", { name: title })}
          icon={<X aria-hidden />}
          onClick={() => onCancel(id)}
        />
      )}
    </li>
  );
}
