"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { eraseTranscript, previewTranscript } from "@/lib/server/erasure/actions";
import { EraseDialog } from "./erase-dialog";
import { erasing } from "./erasing";
import { usePreview } from "./use-preview";

interface EraseTranscriptProps {
  studyId: string;
  transcript: { id: string; title: string };
}

/** Erases a transcript with everything that was made of it. */
export function EraseTranscript(props: EraseTranscriptProps) {
  const t = useTranslations("erasure.text");
  const [open, setOpen] = useState(false);
  return (
    <div className="mt-10 border-line border-t pt-4">
      <p className="text-soft text-sm">{t("about")}</p>
      <Button variant="quiet" className="-ml-2" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open && <Erase {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Erase({ studyId, transcript, onClose }: EraseTranscriptProps & { onClose: () => void }) {
  const t = useTranslations("erasure.text");
  const router = useRouter();
  const { id: transcriptId, title } = transcript;
  const { preview } = usePreview({ studyId, transcriptId }, previewTranscript);
  return (
    <EraseDialog
      ofPerson={false}
      words={{
        title: t("title", { title }),
        lead: t("lead"),
        submit: t("submit"),
        confirm: t("confirm", { word: t("word") }),
        done: t("done"),
      }}
      expected={t("word")}
      preview={preview}
      erase={(eventId, reason) => {
        erasing.add(transcriptId);
        return eraseTranscript({ eventId, studyId, transcriptId, reason });
      }}
      onClose={onClose}
      onErased={() => router.replace(studyRoute(studyId, "transcripts"))}
    />
  );
}
