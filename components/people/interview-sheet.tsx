"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Sheet } from "@/components/ui/dialog";
import { useEdit } from "@/components/ui/use-edit";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import type { InterviewFields, People } from "@/lib/schemas/people";
import { addInterview, deleteInterview, editInterview } from "@/lib/server/people/actions";
import { InterviewFormFields, readInterview } from "./interview-form";

interface InterviewSheetProps {
  people: People;
  /** Null to add one. */
  id: string | null;
  /** Interviewees ticked at first in a new one. */
  with: string[];
  onClose: () => void;
}

/** Adds an interview, or changes one. */
export function InterviewSheet({ people, id, with: intervieweeIds, onClose }: InterviewSheetProps) {
  const t = useTranslations("people.interview");
  const saved = useSaved();
  const eventId = useEventId();
  const row = people.interviews.find((one) => one.id === id);
  const done = (message: string) => {
    saved(message);
    onClose();
  };
  const blank = { date: null, minutes: null, interviewers: [], mode: "", place: "", intervieweeIds };
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={row ? t("title") : t("add")}>
      {row ? (
        <EditForm people={people} id={row.id} now={row} onDone={done} />
      ) : (
        <ActionForm
          action={addInterview}
          input={(data) => ({
            eventId,
            studyId: people.studyId,
            id: crypto.randomUUID(),
            ...readInterview(data),
          })}
          submit={t("add")}
          onDone={() => done(t("saved"))}
        >
          <InterviewFormFields people={people} fields={blank} theirs={{}} />
        </ActionForm>
      )}
    </Sheet>
  );
}

interface EditFormProps {
  people: People;
  id: string;
  now: InterviewFields;
  onDone: (message: string) => void;
}

function EditForm({ people, id: interviewId, now, onDone }: EditFormProps) {
  const t = useTranslations("people.interview");
  const common = useTranslations("common");
  const { date, minutes, interviewers, mode, place, intervieweeIds } = now;
  const { base, theirs, watch } = useEdit<InterviewFields>({
    date,
    minutes,
    interviewers,
    mode,
    place,
    intervieweeIds,
  });
  return (
    <div className="grid gap-8">
      <ActionForm
        action={async (wanted: InterviewFields) =>
          watch(await editInterview({ eventId: crypto.randomUUID(), interviewId, base, wanted }))
        }
        input={readInterview}
        submit={common("save")}
        onDone={() => onDone(t("saved"))}
      >
        <InterviewFormFields people={people} fields={now} theirs={theirs} />
      </ActionForm>
      <div className="border-line border-t pt-4">
        <Confirm
          trigger={<Button variant="quiet">{t("delete")}</Button>}
          title={t("delete")}
          body={t("deleteBody")}
          submit={common("delete")}
          action={(eventId) => deleteInterview({ eventId, interviewId })}
          onDone={() => onDone(t("deleted"))}
        />
      </div>
    </div>
  );
}
