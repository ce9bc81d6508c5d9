"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";
import { useToastError } from "@/components/ui/use-toast-error";
import { RECORDING_LIMIT } from "@/lib/schemas/recordings";
import { removeRecording } from "@/lib/server/recordings/actions";
import { useSession } from "../context";
import { useSignal } from "../model/signal";
import { ChooseFile } from "./choose-file";
import { sendRecording, sentOf } from "./sending";

const SOUND = "audio/*,.m4a,.mp4,.webm";
const MEGABYTE = 1024 * 1024;

/** The recording of the talk: the one kept with the transcript, or a file that stays on this machine. */
export function RecordingSection({ onDone }: { onDone: () => void }) {
  const t = useTranslations("reading.audio");
  const { player } = useSession();
  const kept = useSignal(player.kept);
  return (
    <section aria-label={t("label")} className="grid gap-3 border-line border-t pt-3">
      {kept ? <Kept onDone={onDone} /> : <Attach onDone={onDone} />}
      <div>
        <ChooseFile
          label={t("choose")}
          accept="audio/*,video/*"
          onChosen={(file) => {
            player.open(file);
            onDone();
          }}
        />
        <p className="mt-1 text-faint text-sm">{t("local")}</p>
      </div>
    </section>
  );
}

function Kept({ onDone }: { onDone: () => void }) {
  const t = useTranslations("reading.audio");
  const { player, frame } = useSession();
  const kept = useSignal(player.kept);
  if (!kept) return null;
  if (!kept.hears) return <p className="text-soft text-sm">{t("barred")}</p>;
  const { id: recordingId, transcriptId, name, size } = kept;
  return (
    <div>
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="sm"
          onClick={() => {
            player.play(0);
            onDone();
          }}
        >
          {t("kept")}
        </Button>
        {frame.mayRemoveRecording && (
          <Confirm
            trigger={
              <Button size="sm" variant="quiet">
                {t("delete")}
              </Button>
            }
            title={t("deleteTitle")}
            body={t("deleteLead")}
            submit={t("deleteSubmit")}
            action={(eventId) => removeRecording({ eventId, transcriptId, recordingId })}
            onDone={() => {
              player.take(null);
              toast({ kind: "success", message: t("deleted") });
              onDone();
            }}
          />
        )}
      </div>
      {name !== null && <p className="mt-1 wrap-anywhere text-sm text-soft">{name}</p>}
      <p className="mt-1 text-faint text-sm">
        {t("keptSize", { megabytes: Math.ceil((size / MEGABYTE) * 10) / 10 })}
      </p>
    </div>
  );
}

function Attach({ onDone }: { onDone: () => void }) {
  const t = useTranslations("reading.audio");
  const { frame } = useSession();
  const tell = useToastError();
  const sending = useSignal(sentOf(frame.transcript.id));
  if (!frame.mayAttachRecording || sending) return null;
  const send = async (file: File) => {
    onDone();
    // Larger than may be is told before it has been sent for nothing.
    if (file.size > RECORDING_LIMIT) return tell({ code: "too_large", detail: "recording_too_large" });
    const sent = await sendRecording(frame.transcript.id, file);
    // That it is there comes back as a change of the talk.
    if (sent.ok) toast({ kind: "success", message: t("attached") });
    else if (sent.error) tell(sent.error);
  };
  return (
    <div>
      <ChooseFile label={t("attach")} accept={SOUND} onChosen={(file) => void send(file)} />
      <p className="mt-1 text-faint text-sm">
        {t("attachLead", { megabytes: RECORDING_LIMIT / MEGABYTE })} {t("hidden")}
      </p>
    </div>
  );
}
