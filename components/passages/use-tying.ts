"use client";

import { useTranslations } from "use-intl";
import type { ReaderSession } from "@/components/reader/model/session";
import { undo } from "@/components/reader/model/undo";
import { toast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Range } from "@/lib/domain/segment";
import type { PassageRow, TranscriptPassages } from "@/lib/schemas/passages";
import { removePassage, setPassage } from "@/lib/server/passages/actions";
import { retie } from "./retie";
import { noteChange } from "./take-back";

type Done = "tied" | "marked" | "removed";
interface Change {
  done: Done;
  /** The question's key. */
  key: string;
  input: Parameters<typeof setPassage>[0] | Parameters<typeof removePassage>[0];
}

/** What can be done with a question beside the text, as steps that can be undone; the text shows at once what came of it. */
export function useTying(session: ReaderSession, value: TranscriptPassages) {
  const t = useTranslations("passages");
  const errorText = useErrorText();
  const { run, pending } = useAction(
    async (change: Change) => {
      const { input } = change;
      const answer = "status" in input ? await setPassage(input) : await removePassage(input);
      return answer.ok ? { ok: true as const, value: { ...change, ...answer.value } } : answer;
    },
    {
      onDone: ({ done, key, input: { eventId }, ...now }) => {
        retie(session, now);
        noteChange(session, eventId);
        const action = { label: t("undo"), run: () => undo(session, eventId) };
        toast({ kind: "success", message: t(`done.${done}`, { key }), action });
      },
      onFailed: (error) =>
        toast({ kind: "error", message: error.code === "stale" ? t("stale") : errorText(error).message }),
    },
  );
  const { versionId } = value;
  const common = () => ({
    eventId: crypto.randomUUID(),
    transcriptId: session.frame.transcript.id,
    versionId,
  });
  const set = (done: Done, key: string, passage: Omit<PassageRow, "byHand">) => {
    const { id: passageId, questionId, start, end, status } = passage;
    run({ done, key, input: { ...common(), passageId, questionId, start, end, status } });
  };
  return {
    pending,
    tie: (question: { id: string; key: string }, { start, end }: Range, status: PassageRow["status"]) =>
      set("tied", question.key, { id: crypto.randomUUID(), questionId: question.id, start, end, status }),
    mark: (key: string, passage: PassageRow, status: PassageRow["status"]) =>
      set("marked", key, { ...passage, status }),
    remove: (key: string, passage: PassageRow) =>
      run({ done: "removed", key, input: { ...common(), passageId: passage.id } }),
  };
}
