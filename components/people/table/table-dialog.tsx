"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { askWithFile } from "@/components/ui/ask-with-file";
import { Dialog } from "@/components/ui/dialog";
import { FileChoice } from "@/components/ui/file-choice";
import type { ErrorBody } from "@/lib/access/errors";
import {
  PEOPLE_FILE_LIMIT,
  type People,
  type PeopleFile,
  PeopleFileAnswer,
  TABLE_LIMIT,
} from "@/lib/schemas/people";
import { PlanForm } from "./plan-form";

type State =
  | { is: "choosing"; error: ErrorBody | null }
  | { is: "reading" }
  | { is: "read"; file: PeopleFile; id: string };

/** Interviewees from a file: chosen, its columns named, what comes of each row seen, then stored at once. */
export function TableDialog({ people, onClose }: { people: People; onClose: () => void }) {
  const t = useTranslations("people.table");
  const [state, setState] = useState<State>({ is: "choosing", error: null });
  const choose = async (file: File) => {
    setState({ is: "reading" });
    const address = `/api/studies/${people.studyId}/people/table`;
    const read = await askWithFile(address, file, PeopleFileAnswer);
    setState(
      read.ok
        ? { is: "read", file: read.value, id: crypto.randomUUID() }
        : { is: "choosing", error: read.error },
    );
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("description")}
    >
      <div className="grid gap-4">
        <FileChoice
          label={state.is === "read" ? t("again") : t("file")}
          hint={t("fileHint", { megabytes: PEOPLE_FILE_LIMIT / 1024 / 1024, people: TABLE_LIMIT })}
          accept=".csv,.tsv,.xlsx"
          reading={state.is === "reading" ? t("reading") : null}
          error={state.is === "choosing" ? state.error : null}
          onChoose={(file) => void choose(file)}
        />
        {state.is === "read" && (
          <PlanForm key={state.id} people={people} file={state.file} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}
