"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { PASSWORD_MIN } from "@/lib/schemas/accounts";

/** A password that is being chosen, with what makes a good one. */
export function PasswordField() {
  const t = useTranslations("auth.fields");
  return (
    <Field
      label={t("newPassword")}
      name="password"
      hint={t("passwordHint", { count: PASSWORD_MIN })}
      required
    >
      <TextInput type="password" autoComplete="new-password" />
    </Field>
  );
}
