"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CancelButton } from "@/components/ui/cancel-button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { withFieldNames } from "@/components/ui/field-names";
import { TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import type { ClusterFields, ClusterRow } from "@/lib/schemas/guide";
import { addClusters, editCluster } from "@/lib/server/guide/actions";

const read = (data: FormData): ClusterFields => ({
  key: String(data.get("key")),
  title: String(data.get("title")),
});

export function NewCluster({ studyId, onClose }: { studyId: string; onClose: () => void }) {
  const t = useTranslations("guide");
  const saved = useSaved();
  const eventId = useEventId();
  return (
    <Card>
      <ActionForm
        // The action takes many; what is wrong with the first is wrong with the form's fields.
        action={async (fields: ClusterFields) => {
          const clusters = [{ id: crypto.randomUUID(), ...fields, questions: [] }];
          const result = await addClusters({ eventId, studyId, clusters });
          return withFieldNames(result, (path) => path.replace("clusters.0.", ""));
        }}
        input={read}
        submit={t("addCluster")}
        secondary={<CancelButton onCancel={onClose} />}
        onDone={([cluster]) => {
          saved(t("added", { key: cluster?.key ?? "" }));
          onClose();
        }}
      >
        <ClusterInputs />
      </ActionForm>
    </Card>
  );
}

export function EditCluster({
  cluster: { id, key, title },
  onClose,
}: {
  cluster: ClusterRow;
  onClose: () => void;
}) {
  const t = useTranslations("guide");
  const common = useTranslations("common");
  const saved = useSaved();
  const { base, theirs, watch } = useEdit<ClusterFields>({ key, title });
  return (
    <Card>
      <ActionForm
        action={async (wanted: ClusterFields) =>
          watch(await editCluster({ eventId: crypto.randomUUID(), clusterId: id, base, wanted }))
        }
        input={read}
        submit={common("save")}
        secondary={<CancelButton onCancel={onClose} />}
        onDone={(row) => {
          saved(t("saved", { key: row.key }));
          onClose();
        }}
      >
        <ClusterInputs fields={{ key, title }} theirs={theirs} />
      </ActionForm>
    </Card>
  );
}

function ClusterInputs({
  fields,
  theirs = {},
}: {
  fields?: ClusterFields;
  theirs?: Readonly<Record<string, string | number>>;
}) {
  const t = useTranslations("guide");
  const now = (field: string) =>
    field in theirs ? t("theirs", { value: String(theirs[field]) }) : undefined;
  return (
    <div className="grid gap-4 sm:grid-cols-[9rem_1fr]">
      <Field label={t("key")} name="key" hint={now("key") ?? t("clusterKeyHint")} required>
        {/* The person asked for this form, so the next thing is to type. */}
        <TextInput autoFocus defaultValue={fields?.key} autoComplete="off" />
      </Field>
      <Field label={t("clusterTitle")} name="title" hint={now("title")} required>
        <TextInput defaultValue={fields?.title} autoComplete="off" />
      </Field>
    </div>
  );
}
