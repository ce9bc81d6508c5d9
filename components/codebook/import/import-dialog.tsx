"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { askWithFile } from "@/components/ui/ask-with-file";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FileChoice } from "@/components/ui/file-choice";
import { Segmented } from "@/components/ui/segmented";
import { TextArea } from "@/components/ui/text-input";
import type { ErrorBody } from "@/lib/access/errors";
import { type CodeTable, parseOutline, withHeading } from "@/lib/domain/codebook";
import { CODES_FILE_LIMIT, CODES_LIMIT, CodesFileAnswer } from "@/lib/schemas/codebook";
import type { Codebook } from "@/lib/schemas/codebook-views";
import { ListForm, TableForm } from "./plan-form";

type Read =
  | { is: "choosing"; error: ErrorBody | null }
  | { is: "reading" }
  | { is: "table"; table: CodeTable; id: string };

/** Codes from a list that is pasted, or from a file: seen as they will stand, then stored at once. */
export function ImportDialog({ codebook, onClose }: { codebook: Codebook; onClose: () => void }) {
  const t = useTranslations("codebook.importDialog");
  const [from, setFrom] = useState<"list" | "file">("list");
  const [list, setList] = useState("");
  const [read, setRead] = useState<Read>({ is: "choosing", error: null });
  const proposed = useMemo(() => parseOutline(list), [list]);
  const choose = async (file: File) => {
    setRead({ is: "reading" });
    const address = `/api/studies/${codebook.studyId}/codebook/table`;
    const answer = await askWithFile(address, file, CodesFileAnswer);
    if (!answer.ok) return setRead({ is: "choosing", error: answer.error });
    if (answer.value.kind === "table")
      return setRead({ is: "table", table: withHeading(answer.value), id: crypto.randomUUID() });
    // A text is a list, and can be mended as one.
    setRead({ is: "choosing", error: null });
    setList(answer.value.text);
    setFrom("list");
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("description")}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div>
          <Segmented
            label={t("from")}
            value={from}
            options={(["list", "file"] as const).map((value) => ({ value, label: t(value) }))}
            onChoose={setFrom}
          />
        </div>
        {from === "list" ? (
          <>
            <Field label={t("lines")} hint={t("linesHint")}>
              <TextArea
                rows={6}
                value={list}
                placeholder={t("example")}
                onChange={(event) => setList(event.target.value)}
                className="max-h-64 whitespace-pre"
              />
            </Field>
            {proposed.length > 0 && <ListForm codebook={codebook} proposed={proposed} onClose={onClose} />}
          </>
        ) : (
          <>
            <FileChoice
              label={t("chooseFile")}
              hint={t("fileHint", { megabytes: CODES_FILE_LIMIT / 1024 / 1024, codes: CODES_LIMIT })}
              accept=".csv,.tsv,.xlsx,.txt,.md"
              reading={read.is === "reading" ? t("reading") : null}
              error={read.is === "choosing" ? read.error : null}
              onChoose={(file) => void choose(file)}
            />
            {read.is === "table" && (
              <TableForm key={read.id} codebook={codebook} table={read.table} onClose={onClose} />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
