"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { ActionResult } from "@/lib/access/errors";
import { PasswordField } from "./password-field";
import { RefusalNotice } from "./refusal-notice";
import { useSignIn } from "./use-sign-in";

interface NewAccountFormProps {
  action: (input: {
    token: string;
    email: string;
    name: string;
    password: string;
  }) => Promise<ActionResult<{ email: string }>>;
  token: string;
  /** The address that an invitation is bound to; asked for where there is none. */
  email?: string;
  to: string;
  submit: string;
}

/** A name, a password and perhaps an address: makes an account and signs in with it. */
export function NewAccountForm({ action, token, email, to, submit }: NewAccountFormProps) {
  const t = useTranslations("auth");
  const { run, refusal } = useSignIn(to);
  // The password is needed once more, to sign in; the form still has it.
  const made = async (input: { token: string; email: string; name: string; password: string }) => {
    const result = await action(input);
    if (result.ok) await run("credentials", { email: result.value.email, password: input.password });
    return result;
  };
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      <ActionForm
        action={made}
        input={(data) => ({
          token,
          email: email ?? String(data.get("email")),
          name: String(data.get("name")),
          password: String(data.get("password")),
        })}
        submit={submit}
      >
        <Field label={t("signIn.email")} name="email" required>
          <TextInput
            type="email"
            autoComplete="username"
            defaultValue={email}
            readOnly={email !== undefined}
          />
        </Field>
        <Field label={t("fields.name")} name="name" hint={t("fields.nameHint")} required>
          <TextInput autoComplete="name" />
        </Field>
        <PasswordField />
      </ActionForm>
    </>
  );
}
