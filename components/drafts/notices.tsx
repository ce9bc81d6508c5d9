"use client";

import { LogIn } from "lucide-react";
import { usePathname } from "next/navigation";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { toast } from "@/components/ui/toast";
import type { ErrorBody } from "@/lib/access/errors";

interface FoundNoticeProps {
  at: number;
  /** Gives them up, as a step that can be undone. */
  onDiscard: () => void;
}

/** Says that unsaved changes of an earlier visit are on the page. */
export function FoundNotice({ at, onDiscard }: FoundNoticeProps) {
  const t = useTranslations("drafts");
  const format = useFormatter();
  const [seen, setSeen] = useState(false);
  if (seen) return null;
  const discard = () => {
    setSeen(true);
    onDiscard();
    toast({ kind: "info", message: t("discarded") });
  };
  return (
    <Callout
      live
      title={t("found", { at: format.dateTime(at, "moment") })}
      action={
        <>
          <Button size="sm" onClick={() => setSeen(true)}>
            {t("goOn")}
          </Button>
          <Button size="sm" variant="quiet" onClick={discard}>
            {t("discard")}
          </Button>
        </>
      }
    >
      {t("foundBody")}
    </Callout>
  );
}

interface AsideNoticeProps {
  at: number;
  words: readonly string[];
  language: string;
  onForget: () => void;
}

/** Words of an earlier visit that belong to a version which can't be had any more. */
export function AsideNotice({ at, words, language, onForget }: AsideNoticeProps) {
  const t = useTranslations("drafts");
  const format = useFormatter();
  return (
    <Callout
      live
      kind="warning"
      title={t("aside", { at: format.dateTime(at, "moment") })}
      action={
        <Button size="sm" onClick={onForget}>
          {t("forget")}
        </Button>
      }
    >
      <p>{t("asideBody")}</p>
      <p lang={language} dir="auto" className="mt-2 whitespace-pre-wrap font-reading text-ink">
        {words.join("\n")}
      </p>
    </Callout>
  );
}

/** Says that the browser would not keep the changes. */
export function RefusedNotice() {
  const t = useTranslations("drafts");
  return (
    <Callout live kind="warning" title={t("refused")}>
      {t("refusedBody")}
    </Callout>
  );
}

interface SignedOutProps {
  error: ErrorBody;
  /** Whether the browser has the changes, should the page be left now. */
  kept: boolean;
}

/** Says that one is not, or not any more, who is signed in; what became of the changes, and the way back. */
export function SignedOutNotice({ error, kept }: SignedOutProps) {
  const t = useTranslations("drafts");
  const here = usePathname();
  const address = `/sign-in?${new URLSearchParams({ callbackUrl: here })}`;
  if (error.detail === "other_account")
    return (
      <Callout
        live
        kind="error"
        title={t("otherAccount")}
        action={
          kept && (
            <Button size="sm" onClick={() => void signOut({ callbackUrl: address })}>
              <LogIn aria-hidden /> {t("signInAsYourself")}
            </Button>
          )
        }
      >
        {t(kept ? "otherAccountKept" : "otherAccountHere")}
      </Callout>
    );
  return (
    <Callout
      live
      kind="error"
      title={t("signedOut")}
      action={
        <Button asChild size="sm">
          {/* Another person may sign in: nothing of this page's must stay on the screen. */}
          <a href={address} {...(!kept && { target: "_blank", rel: "noreferrer" })}>
            <LogIn aria-hidden /> {t("signIn")}
          </a>
        </Button>
      }
    >
      {t(kept ? "signedOutKept" : "signedOutHere")}
    </Callout>
  );
}
