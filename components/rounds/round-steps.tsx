"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Dialog, Sheet } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import { useToastError } from "@/components/ui/use-toast-error";
import { mayStep } from "@/lib/domain/round";
import type { RoundSummary } from "@/lib/schemas/rounds";
import { deleteRound, endRound, openRound, reopenRound, revealRound } from "@/lib/server/rounds/actions";
import { EditRoundForm } from "./round-form";

/** What can be done with a round as it is, each step with what follows from it. */
export function RoundSteps({ studyId, round }: { studyId: string; round: RoundSummary }) {
  const t = useTranslations("rounds");
  const saved = useSaved();
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const { id: roundId, title, transcripts, coders, assigned, done } = round;
  return (
    <>
      <Button onClick={() => setEditing(true)}>{t("form.edit")}</Button>
      <Sheet open={editing} onOpenChange={setEditing} title={t("form.editTitle")}>
        <EditRoundForm round={round} onDone={() => setEditing(false)} />
      </Sheet>
      {mayStep(round, "delete") && (
        <Confirm
          trigger={<Button>{t("delete.do")}</Button>}
          title={t("delete.title", { title })}
          body={t("delete.body")}
          submit={t("delete.do")}
          action={(eventId) => deleteRound({ eventId, roundId })}
          onDone={() => {
            saved(t("delete.done"));
            router.push(studyRoute(studyId, "rounds"));
          }}
        />
      )}
      {mayStep(round, "open") && (
        <Confirm
          trigger={<Button variant="primary">{t("open.do")}</Button>}
          title={t("open.title", { title })}
          body={t(round.kind === "open" ? "open.open" : "open.blind", { transcripts, coders })}
          submit={t("open.do")}
          action={(eventId) => openRound({ eventId, roundId })}
          onDone={() => saved(t("open.done"))}
        />
      )}
      {mayStep(round, "end") && (
        <Confirm
          trigger={<Button>{t("end.do")}</Button>}
          title={t("end.title", { title })}
          body={[
            t("end.body", { open: assigned - done }),
            ...(mayStep(round, "reveal") ? [t("end.hidden")] : []),
          ].join(" ")}
          submit={t("end.do")}
          action={(eventId) => endRound({ eventId, roundId })}
          onDone={() => saved(t("end.done"))}
        />
      )}
      {mayStep(round, "reopen") && <Reopen roundId={roundId} />}
      {mayStep(round, "reveal") && <Reveal round={round} />}
    </>
  );
}

function Reopen({ roundId }: { roundId: string }) {
  const t = useTranslations("rounds.reopen");
  const saved = useSaved();
  const { run, pending } = useAction(reopenRound, {
    onDone: () => saved(t("done")),
    onFailed: useToastError(),
  });
  return (
    <Button busy={pending} onClick={() => run({ eventId: crypto.randomUUID(), roundId })}>
      {t("do")}
    </Button>
  );
}

/** What cannot be taken back is confirmed by more than a press. */
function Reveal({ round }: { round: RoundSummary }) {
  const t = useTranslations("rounds.reveal");
  const [open, setOpen] = useState(false);
  const { title, transcripts, done, assigned: total } = round;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t("do")}</Button>}
      title={t("title", { title })}
      description={t("body", { transcripts, done, total })}
    >
      <RevealForm roundId={round.id} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RevealForm({ roundId, onDone }: { roundId: string; onDone: () => void }) {
  const t = useTranslations("rounds.reveal");
  const saved = useSaved();
  const eventId = useEventId();
  return (
    <ActionForm
      action={revealRound}
      input={(data) => ({ eventId, roundId, title: String(data.get("title") ?? "") })}
      submit={t("do")}
      onDone={() => {
        saved(t("done"));
        onDone();
      }}
    >
      <Field label={t("type")} name="title" required>
        <TextInput autoComplete="off" />
      </Field>
    </ActionForm>
  );
}
