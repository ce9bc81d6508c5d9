"use client";

import { useTranslations } from "use-intl";
import { useLanguageName } from "@/components/transcripts/language-name";
import { FileRow } from "./file-row";
import type { BatchFile } from "./model/files";

interface FileListProps {
  studyId: string;
  files: readonly BatchFile[];
  /** A file's title as it will be. */
  titleOf: (file: BatchFile) => string;
  current: string | null;
  onChoose: (id: string) => void;
  onCancel: (id: string) => void;
}

/** The files of the batch, each with how far it has come. */
export function FileList({ files, titleOf, current, ...rest }: FileListProps) {
  const t = useTranslations("imports");
  const languageName = useLanguageName();
  const facts = ({ facts: known }: BatchFile) =>
    known &&
    t("facts", {
      language: languageName(known.language),
      speakers: known.speakers,
      turns: known.turns,
    });
  return (
    <section aria-label={t("files")} className="grid content-start gap-2">
      <h2 className="font-semibold">{t("files")}</h2>
      <ul className="grid max-h-[70vh] gap-1 overflow-y-auto">
        {files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            title={titleOf(file)}
            facts={facts(file)}
            current={file.id === current}
            {...rest}
          />
        ))}
      </ul>
    </section>
  );
}
