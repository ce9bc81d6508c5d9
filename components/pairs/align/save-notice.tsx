"use client";

import { useTranslations } from "use-intl";
import { SignedOutNotice } from "@/components/drafts/notices";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorText } from "@/components/ui/use-error-text";
import type { SaveState } from "./use-saving";

interface SaveNoticeProps {
  state: SaveState;
  /** Whether the browser has the changes, should the page be left now. */
  kept: boolean;
  retry: () => void;
  /** Reads the pair anew, and lays over it what the browser keeps. */
  onFetch: () => void;
}

/** Why the last changes are not saved yet, what became of them, and what to do. */
export function SaveNotice({ state, kept, retry, onFetch }: SaveNoticeProps) {
  const t = useTranslations("pairs.save");
  const errorText = useErrorText();
  const again = <Button onClick={retry}>{t("retry")}</Button>;
  switch (state.kind) {
    case "saved":
    case "saving":
      return null;
    case "failed":
      return (
        <Callout live kind="warning" action={again}>
          {t(kept ? "failedKept" : "failed")}
        </Callout>
      );
    case "stale":
      return (
        <Callout
          live
          kind="error"
          title={t("stale")}
          action={<Button onClick={onFetch}>{t("fetch")}</Button>}
        >
          {t(kept ? "staleBody" : "staleLost")}
        </Callout>
      );
    case "refused":
      if (state.error.code === "unauthenticated") return <SignedOutNotice error={state.error} kept={kept} />;
      return (
        <Callout live kind="error" action={again}>
          {errorText(state.error).message}
        </Callout>
      );
  }
}
