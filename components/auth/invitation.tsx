"use client";

import Link from "next/link";
import { signOut } from "next-auth/react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ActionResult } from "@/lib/access/errors";
import { acceptInvitation, acceptInvitationAsNew } from "@/lib/server/studies/actions";
import { NewAccountForm } from "./new-account-form";

interface InvitationProps {
  token: string;
  email: string;
  hasAccount: boolean;
  signedInAs: string | null;
}

/** What the holder of an invitation does next: make an account, sign in to theirs, or join. */
export function Invitation({ token, email, hasAccount, signedInAs }: InvitationProps) {
  const t = useTranslations("auth.invitation");
  const here = `/invitations/${token}`;
  if (signedInAs === email) return <Join token={token} />;
  if (signedInAs !== null) {
    return (
      <>
        <p>{t("otherAccount", { signedInAs, email })}</p>
        <Button onClick={() => void signOut({ callbackUrl: here })}>{t("signOut")}</Button>
      </>
    );
  }
  if (hasAccount) {
    return (
      <>
        <p>{t("signInFirst", { email })}</p>
        <Button asChild variant="primary">
          <Link href={{ pathname: "/sign-in", query: { callbackUrl: here } }}>{t("toSignIn")}</Link>
        </Button>
      </>
    );
  }
  return (
    <>
      <p>{t("asNew")}</p>
      <NewAccountForm
        action={acceptAsNew}
        token={token}
        email={email}
        to="/studies"
        submit={t("submitNew")}
      />
    </>
  );
}

function acceptAsNew({
  token,
  name,
  password,
}: {
  token: string;
  name: string;
  password: string;
}): Promise<ActionResult<{ email: string }>> {
  return acceptInvitationAsNew({ token, name, password });
}

function Join({ token }: { token: string }) {
  const t = useTranslations("auth.invitation");
  const errorText = useErrorText();
  const { run, pending, error } = useAction(acceptInvitation, {
    onDone: ({ studyId }) => window.location.assign(`/studies/${studyId}`),
  });
  return (
    <>
      {error && (
        <Callout kind="error" live>
          {errorText(error).message}
        </Callout>
      )}
      <Button variant="primary" busy={pending} onClick={() => run({ token })}>
        {t("join")}
      </Button>
    </>
  );
}
