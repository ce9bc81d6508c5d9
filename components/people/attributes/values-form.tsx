"use client";

import { useTranslations } from "use-intl";
import { useShownValue } from "@/components/live/use-shown-value";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { useSaved } from "@/components/ui/use-saved";
import type { AttributeRow } from "@/lib/schemas/people";
import { setValues } from "@/lib/server/people/actions";

interface ValuesFormProps {
  attributes: AttributeRow[];
  intervieweeId: string;
  number: number;
  values: Record<string, string>;
}

/** In a select, what stands for a value that is not known. */
const UNKNOWN = "-";

/** What is known of one interviewee, by the study's attributes. */
export function ValuesForm({ attributes, intervieweeId, number, values }: ValuesFormProps) {
  const t = useTranslations("people.values");
  const words = useTranslations("people");
  const shown = useShownValue();
  const saved = useSaved();
  const blank = Object.fromEntries(attributes.map(({ id }) => [id, ""]));
  const now = { ...blank, ...values };
  const { base, theirs, watch } = useEdit(now);
  const hint = ({ id, kind }: AttributeRow) => {
    if (theirs[id] !== undefined) return words("theirs", { value: shown(theirs[id]) });
    return kind === "number" ? t("numberHint") : kind === "date" ? t("dateHint") : undefined;
  };
  return (
    <section className="mt-8 border-line border-t pt-4">
      <h3 className="mb-3 font-semibold">{words("attributesTitle")}</h3>
      <ActionForm
        action={async (wanted: Record<string, string>) => {
          const result = await setValues({ eventId: crypto.randomUUID(), intervieweeId, base, wanted });
          // Values are kept in one form, which need not be the one that was typed.
          return watch(result, result.ok ? { ...blank, ...result.value.values } : wanted);
        }}
        input={(data) =>
          Object.fromEntries(
            attributes.map(({ id }) => {
              const value = String(data.get(id) ?? "");
              return [id, value === UNKNOWN ? "" : value];
            }),
          )
        }
        submit={t("save")}
        onDone={() => saved(t("saved", { number: String(number) }))}
      >
        {attributes.map((attribute) => (
          <Field
            key={attribute.id}
            label={attribute.name}
            name={attribute.id}
            hint={hint(attribute)}
            required={false}
          >
            {attribute.kind === "choice" ? (
              <Select
                options={[
                  { value: UNKNOWN, label: t("unknown") },
                  ...attribute.choices.map((value) => ({ value, label: value })),
                ]}
                defaultValue={now[attribute.id] || UNKNOWN}
              />
            ) : (
              <TextInput
                defaultValue={now[attribute.id]}
                inputMode={attribute.kind === "number" ? "decimal" : "text"}
                autoComplete="off"
              />
            )}
          </Field>
        ))}
      </ActionForm>
    </section>
  );
}
