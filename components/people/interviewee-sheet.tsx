"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Sheet } from "@/components/ui/dialog";
import { useEdit } from "@/components/ui/use-edit";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import type { IntervieweeFields, People } from "@/lib/schemas/people";
import { deleteInterviewee, editInterviewee } from "@/lib/server/people/actions";
import { ValuesForm } from "./attributes/values-form";
import { addWithSector, type IntervieweeForm, IntervieweeFormFields, readForm } from "./interviewee-form";

interface IntervieweeSheetProps {
  people: People;
  /** Null to add one. */
  id: string | null;
  onClose: () => void;
  /** To erase them for good, which another dialog does. */
  onErase: (id: string, number: number) => void;
}

/** Adds an interviewee, or changes one. */
export function IntervieweeSheet({ people, id, onClose, onErase }: IntervieweeSheetProps) {
  const t = useTranslations("people");
  const row = people.interviewees.find((one) => one.id === id);
  const sheet = { open: true, onOpenChange: (open: boolean) => !open && onClose() };
  if (!row && id !== null) {
    return (
      <Sheet {...sheet} title={t("notThere.title")}>
        <p>{t("notThere.body")}</p>
      </Sheet>
    );
  }
  if (!row) {
    return (
      <Sheet {...sheet} title={t("add")}>
        <AddForm people={people} onClose={onClose} />
      </Sheet>
    );
  }
  const { id: intervieweeId, values, ...fields } = row;
  return (
    <Sheet {...sheet} title={t("editPerson", { number: String(row.number) })}>
      <EditForm
        people={people}
        intervieweeId={intervieweeId}
        now={{ ...fields, name: fields.name ?? "" }}
        onClose={onClose}
        onErase={() => onErase(intervieweeId, row.number)}
      />
      {people.attributes.length > 0 && (
        <ValuesForm
          attributes={people.attributes}
          intervieweeId={intervieweeId}
          number={row.number}
          values={values}
        />
      )}
    </Sheet>
  );
}

function AddForm({ people, onClose }: { people: People; onClose: () => void }) {
  const t = useTranslations("people");
  const saved = useSaved();
  const events = { sector: useEventId(), interviewee: useEventId() };
  const number = Math.max(0, ...people.interviewees.map((row) => row.number)) + 1;
  const fields = {
    number,
    sectorId: people.sectors[0]?.id ?? "",
    position: "",
    permission: "number",
    name: "",
  } as const;
  return (
    <ActionForm
      action={(form: IntervieweeForm) => addWithSector(people.studyId, events, form)}
      input={readForm}
      submit={t("add")}
      onDone={(row) => {
        saved(t("addedPerson", { number: String(row.number) }));
        onClose();
      }}
    >
      <IntervieweeFormFields people={people} fields={fields} theirs={{}} adding />
    </ActionForm>
  );
}

interface EditFormProps {
  people: People;
  intervieweeId: string;
  now: IntervieweeFields;
  onClose: () => void;
  onErase: () => void;
}

function EditForm({ people, intervieweeId, now, onClose, onErase }: EditFormProps) {
  const t = useTranslations("people");
  const erasure = useTranslations("erasure.person");
  const common = useTranslations("common");
  const saved = useSaved();
  const { base, theirs, watch } = useEdit(now);
  const done = (message: string) => {
    saved(message);
    onClose();
  };
  return (
    <div className="grid gap-8">
      <ActionForm
        action={async ({ newSector: _, ...wanted }: IntervieweeForm) =>
          watch(await editInterviewee({ eventId: crypto.randomUUID(), intervieweeId, base, wanted }))
        }
        input={readForm}
        submit={common("save")}
        onDone={(row) => done(t("savedPerson", { number: String(row.number) }))}
      >
        <IntervieweeFormFields people={people} fields={now} theirs={theirs} intervieweeId={intervieweeId} />
      </ActionForm>
      <div className="border-line border-t pt-4">
        <Confirm
          trigger={<Button variant="quiet">{t("deletePerson")}</Button>}
          title={t("deletePerson")}
          body={t("deletePersonBody", { number: String(now.number) })}
          submit={common("delete")}
          action={(eventId) => deleteInterviewee({ eventId, intervieweeId })}
          onDone={() => done(t("deletedPerson", { number: String(now.number) }))}
        />
        {people.may.erase && (
          <div className="mt-3">
            <p className="text-soft text-sm">{erasure("about")}</p>
            <Button variant="quiet" onClick={onErase}>
              {erasure("open")}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
