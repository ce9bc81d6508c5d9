"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { RadioGroup } from "@/components/ui/radio-group";
import { type ErasePreview, SHARED, type Shared } from "@/lib/schemas/erasure";
import { eraseInterviewee, previewInterviewee } from "@/lib/server/erasure/actions";
import { EraseDialog } from "./erase-dialog";
import { usePreview } from "./use-preview";

interface ErasePersonProps {
  studyId: string;
  intervieweeId: string;
  number: number;
  onClose: () => void;
}

/** Erases an interviewee with everything that they said. It stands for itself: the row is gone before it has said so. */
export function ErasePerson({ studyId, intervieweeId, number, onClose }: ErasePersonProps) {
  const t = useTranslations("erasure.person");
  const router = useRouter();
  const [shared, setShared] = useState<Shared>("whole");
  const { preview, latest } = usePreview({ studyId, intervieweeId, shared }, previewInterviewee);
  const said = String(number);
  return (
    <EraseDialog
      ofPerson
      words={{
        title: t("title", { number: said }),
        lead: t("lead"),
        submit: t("submit", { number: said }),
        confirm: t("confirm", { number: said }),
        done: t("done", { number: said }),
      }}
      expected={said}
      preview={preview}
      erase={(eventId, reason) =>
        eraseInterviewee({ eventId, studyId, intervieweeId, shared, reason, number })
      }
      onClose={onClose}
      onErased={() => {
        onClose();
        router.refresh();
      }}
    >
      {latest && latest.shared.length > 0 && (
        <SharedChoice preview={latest} shared={shared} onChange={setShared} />
      )}
    </EraseDialog>
  );
}

interface SharedChoiceProps {
  preview: ErasePreview;
  shared: Shared;
  onChange: (shared: Shared) => void;
}

/** What becomes of interviews that were held with others too. */
function SharedChoice({ preview, shared, onChange }: SharedChoiceProps) {
  const t = useTranslations("erasure.shared");
  const format = useFormatter();
  return (
    <div className="grid gap-2">
      <RadioGroup
        label={t("label")}
        options={SHARED.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        value={shared}
        onValueChange={onChange}
      />
      <ul className="text-soft text-sm">
        {preview.shared.map(({ transcripts, others }) => (
          <li key={others.join(" ")}>
            {t("with", {
              count: transcripts,
              numbers: format.list(others.map((number) => t("number", { number: String(number) }))),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
