"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { RefusalNotice } from "./refusal-notice";
import { type Refusal, useSignIn } from "./use-sign-in";

interface SignInFormProps {
  to: string;
  /** What the address says of a sign-in that was refused elsewhere. */
  refused: Refusal | null;
  /** The name of the OpenID Connect provider, if there is one. */
  provider: string | null;
}

export function SignInForm({ to, refused, provider }: SignInFormProps) {
  const t = useTranslations("auth.signIn");
  const { run, pending, refusal } = useSignIn(to, refused);
  return (
    <form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (pending === null)
          void run("credentials", {
            email: String(data.get("email")),
            password: String(data.get("password")),
          });
      }}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      <Field label={t("email")} name="email" required>
        <TextInput type="email" autoComplete="username" />
      </Field>
      <Field label={t("password")} name="password" required>
        <TextInput type="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" busy={pending !== null}>
        {t("submit")}
      </Button>
      {provider && (
        <>
          <p className="text-center text-faint text-sm">{t("or")}</p>
          <Button onClick={() => void signIn("oidc", { callbackUrl: to })}>{t("with", { provider })}</Button>
        </>
      )}
    </form>
  );
}
