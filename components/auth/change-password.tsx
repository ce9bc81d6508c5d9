"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { changePassword } from "@/lib/server/accounts/actions";
import { PasswordField } from "./password-field";

/** Another password. It ends every session; this one goes on with the new password. */
export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations("auth");
  const change = async (input: { current: string; password: string }) => {
    const result = await changePassword(input);
    // Should this not reach the server, the password is changed all the same, and the next page asks for it.
    if (result.ok)
      await signIn("credentials", { email, password: input.password, redirect: false }).catch(
        () => undefined,
      );
    return result;
  };
  return (
    <ActionForm
      action={change}
      input={(data) => ({ current: String(data.get("current")), password: String(data.get("password")) })}
      submit={t("account.passwordSubmit")}
      onDone={() => toast({ kind: "success", message: t("account.passwordDone") })}
      resetOnDone
    >
      {/* Tells a password keeper whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t("fields.currentPassword")} name="current" required>
        <TextInput type="password" autoComplete="current-password" />
      </Field>
      <PasswordField />
      <p className="text-soft">{t("account.passwordHint")}</p>
    </ActionForm>
  );
}
