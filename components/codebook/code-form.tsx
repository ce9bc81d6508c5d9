"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useShownValue } from "@/components/live/use-shown-value";
import { ActionForm } from "@/components/ui/action-form";
import { CancelButton } from "@/components/ui/cancel-button";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeSwatch } from "@/components/ui/code-swatch";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { CODE_TEXTS } from "@/lib/domain/codebook";
import { type CodeFields, type CodeRow, fieldsOf, HUES } from "@/lib/schemas/codebook";
import { editCode } from "@/lib/server/codebook/actions";
import { useChanged } from "./use-undo";

function read(data: FormData): CodeFields & { reason: string } {
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    name: text("name"),
    hue: Number(text("hue")),
    shortcut: text("shortcut").trim() || null,
    definition: text("definition"),
    whenToUse: text("whenToUse"),
    whenNotToUse: text("whenNotToUse"),
    example: text("example"),
    counterExample: text("counterExample"),
    reason: text("reason"),
  };
}

/** Changes what a code means, and how it looks. */
export function CodeForm({ code, onClose }: { code: CodeRow; onClose: () => void }) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  const changed = useChanged();
  const { id: codeId } = code;
  const { base, theirs, watch } = useEdit<CodeFields>(fieldsOf(code));
  const [review, setReview] = useState(true);
  const shown = useShownValue();
  const hues = useTranslations("common.hue");
  const colours = Object.fromEntries(HUES.map((hue) => [hue, hues(`${hue}`)]));
  const hint = (field: keyof CodeFields, usual?: string) => {
    const value = theirs[field];
    if (value === undefined) return usual;
    return t("theirs", { value: shown(value, field === "hue" ? colours : {}) });
  };
  return (
    <ActionForm
      action={async ({ reason, ...wanted }: CodeFields & { reason: string }) => {
        const eventId = crypto.randomUUID();
        const result = watch(await editCode({ eventId, codeId, base, wanted, reason, review }));
        return result.ok ? { ok: true as const, value: { ...result.value, eventId } } : result;
      }}
      input={read}
      submit={common("save")}
      secondary={<CancelButton onCancel={onClose} />}
      onDone={({ revision, codes: [row], eventId }) => {
        const name = row?.name ?? "";
        const words = revision === null ? t("saved", { name }) : t("revised", { name, number: revision });
        changed(words, eventId);
        onClose();
      }}
    >
      <Field label={t("fields.name")} name="name" hint={hint("name")} required>
        <TextInput defaultValue={code.name} autoComplete="off" />
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("fields.hue")} name="hue" hint={hint("hue")}>
          <HueSelect defaultValue={code.hue} />
        </Field>
        <Field
          label={t("fields.shortcut")}
          name="shortcut"
          hint={hint("shortcut", t("fields.shortcutHint"))}
          required={false}
        >
          <TextInput
            defaultValue={code.shortcut ?? ""}
            maxLength={2}
            autoComplete="off"
            className="max-w-16"
          />
        </Field>
      </div>
      {CODE_TEXTS.map((field) => (
        <Field key={field} label={t(`fields.${field}`)} name={field} hint={hint(field)} required={false}>
          <TextArea rows={field === "definition" ? 3 : 2} defaultValue={code[field]} className="max-h-96" />
        </Field>
      ))}
      <Field label={t("fields.reason")} name="reason" hint={t("fields.reasonHint")} required={false}>
        <TextArea rows={2} className="min-h-14!" />
      </Field>
      <Checkbox
        label={t("fields.review")}
        hint={t("fields.reviewHint")}
        checked={review}
        onCheckedChange={(checked) => setReview(checked === true)}
      />
    </ActionForm>
  );
}

/** One of the six hues, each with its name. */
export function HueSelect({ defaultValue }: { defaultValue: number }) {
  const t = useTranslations("common.hue");
  const options = HUES.map((hue) => ({
    value: String(hue),
    label: <CodeSwatch hue={hue} name={t(`${hue}`)} />,
  }));
  return <Select options={options} defaultValue={String(defaultValue)} />;
}
