"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CancelButton } from "@/components/ui/cancel-button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import type { ClusterRow, QuestionFields, QuestionRow } from "@/lib/schemas/guide";
import { addQuestion, editQuestion } from "@/lib/server/guide/actions";

const read = (data: FormData): QuestionFields => ({
  key: String(data.get("key")),
  text: String(data.get("text")),
  followUp: data.has("followUp"),
});

export function NewQuestion({ cluster, onClose }: { cluster: ClusterRow; onClose: () => void }) {
  const t = useTranslations("guide");
  const saved = useSaved();
  const eventId = useEventId();
  const fields = { key: `${cluster.key}.${cluster.questions.length + 1}`, text: "", followUp: false };
  return (
    <Card>
      <ActionForm
        action={addQuestion}
        input={(data) => ({
          eventId,
          id: crypto.randomUUID(),
          clusterId: cluster.id,
          ...read(data),
        })}
        submit={t("addQuestion")}
        secondary={<CancelButton onCancel={onClose} />}
        onDone={(row) => {
          saved(t("added", { key: row.key }));
          onClose();
        }}
      >
        <QuestionInputs fields={fields} />
      </ActionForm>
    </Card>
  );
}

export function EditQuestion({ question, onClose }: { question: QuestionRow; onClose: () => void }) {
  const t = useTranslations("guide");
  const common = useTranslations("common");
  const saved = useSaved();
  const { id: questionId, ...fields } = question;
  const { base, theirs, watch } = useEdit<QuestionFields>(fields);
  return (
    <Card>
      <ActionForm
        action={async (wanted: QuestionFields) =>
          watch(await editQuestion({ eventId: crypto.randomUUID(), questionId, base, wanted }))
        }
        input={read}
        submit={common("save")}
        secondary={<CancelButton onCancel={onClose} />}
        onDone={(row) => {
          saved(t("saved", { key: row.key }));
          onClose();
        }}
      >
        <QuestionInputs fields={fields} theirs={theirs} />
      </ActionForm>
    </Card>
  );
}

function QuestionInputs({
  fields,
  theirs = {},
}: {
  fields: QuestionFields;
  theirs?: Readonly<Record<string, string | number>>;
}) {
  const t = useTranslations("guide");
  const now = (field: string) =>
    field in theirs ? t("theirs", { value: String(theirs[field]) }) : undefined;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[9rem_1fr]">
        <Field label={t("key")} name="key" hint={now("key") ?? t("keyHint")} required>
          <TextInput defaultValue={fields.key} autoComplete="off" />
        </Field>
        <Field label={t("text")} name="text" hint={now("text")} required>
          {/* The person asked for this form, so the next thing is to type. */}
          <TextArea autoFocus rows={2} defaultValue={fields.text} className="min-h-16!" />
        </Field>
      </div>
      <Checkbox
        name="followUp"
        defaultChecked={fields.followUp}
        label={t("followUp")}
        hint={now("followUp") ?? t("followUpHint")}
      />
    </>
  );
}
