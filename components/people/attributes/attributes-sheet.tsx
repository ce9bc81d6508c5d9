"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Sheet } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useSaved } from "@/components/ui/use-saved";
import { ATTRIBUTE_KINDS, type AttributeKind } from "@/lib/domain/people";
import type { People } from "@/lib/schemas/people";
import { addAttribute } from "@/lib/server/people/actions";
import { AttributeLine, choicesOf } from "./attribute-line";

/** What the study knows of its interviewees: the attributes, their choices, new ones. */
export function AttributesSheet({ people, onClose }: { people: People; onClose: () => void }) {
  const t = useTranslations("people.attributeSheet");
  const words = useTranslations("people");
  const saved = useSaved();
  const [kind, setKind] = useState<AttributeKind>("text");
  const { studyId, attributes } = people;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={words("attributesTitle")}
      description={t("description")}
    >
      {attributes.length === 0 && <p className="mb-4 text-soft">{t("empty")}</p>}
      <ul className="mb-6 grid gap-2">
        {attributes.map((attribute) => (
          <AttributeLine key={attribute.id} attribute={attribute} />
        ))}
      </ul>
      <h3 className="mb-3 font-semibold">{t("new")}</h3>
      <ActionForm
        action={addAttribute}
        input={(data) => ({
          eventId: crypto.randomUUID(),
          studyId,
          id: crypto.randomUUID(),
          name: String(data.get("name")),
          kind,
          choices: kind === "choice" ? choicesOf(data) : [],
        })}
        submit={t("add")}
        resetOnDone
        onDone={({ name }) => saved(t("added", { name }))}
      >
        <Field label={t("name")} name="name" required>
          <TextInput autoComplete="off" />
        </Field>
        <Field label={t("kind")} name="kind" required>
          <Select
            options={ATTRIBUTE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={kind}
            onValueChange={setKind}
          />
        </Field>
        {kind === "choice" && (
          <Field label={t("choices")} name="choices" hint={t("choicesHint")} required>
            <TextArea rows={4} />
          </Field>
        )}
      </ActionForm>
    </Sheet>
  );
}
