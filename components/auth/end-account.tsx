"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { useToastError } from "@/components/ui/use-toast-error";
import { disableOwnAccount, endSessions } from "@/lib/server/accounts/actions";

/** The sessions are gone, and with them this page. */
const leave = () => window.location.assign("/sign-in");

export function EndSessionsButton() {
  const t = useTranslations("auth.account");
  const say = useToastError();
  const { run, pending } = useAction(endSessions, {
    onDone: leave,
    // Nothing ended unless it is said so: whoever leaves a shared computer has to know.
    onFailed: (error) => (error.code === "unauthenticated" ? leave() : say(error)),
  });
  return (
    <Button busy={pending} onClick={() => run({})}>
      {t("sessionsSubmit")}
    </Button>
  );
}

/** Asks for the password, since closing one's account cannot be taken back by oneself. */
export function CloseAccount() {
  const t = useTranslations("auth");
  return (
    <Dialog
      title={t("account.close")}
      description={t("account.closeBody")}
      trigger={<Button>{t("account.closeSubmit")}</Button>}
    >
      <ActionForm
        action={disableOwnAccount}
        input={(data) => ({ current: String(data.get("current")) })}
        submit={t("account.closeSubmit")}
        onDone={leave}
      >
        <Field label={t("fields.currentPassword")} name="current" required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
      </ActionForm>
    </Dialog>
  );
}
