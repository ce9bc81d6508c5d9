"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { copyText } from "@/components/ui/copy-text";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

/** The link of an invitation that was just made, to be copied and sent by hand. */
export function InvitationLink({ email, path }: { email: string; path: string }) {
  const t = useTranslations("studies.settings");
  const [copied, setCopied] = useState<boolean | null>(null);
  // Shown after an answer of the server only, so there is a window.
  const link = new URL(path, window.location.origin).href;
  return (
    <Callout kind="success" title={t("inviteDone", { email })} live>
      <p className="mb-2">{t("inviteDoneBody", { email })}</p>
      <Field label={t("link")} hideLabel>
        <TextInput readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <div className="mt-2 flex items-center gap-3">
        <Button size="sm" onClick={() => void copyText(link).then(setCopied)}>
          {t("copy")}
        </Button>
        <span role="status">{copied === null ? "" : copied ? t("copied") : t("notCopied")}</span>
      </div>
    </Callout>
  );
}
