"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/components/ui/use-error-text";
import type { LoadedText } from "./model/load-version";

/** What stands in the place of a text that is not there yet, or can't be had. */
export function WaitingText({ text, retry }: { text: LoadedText | null; retry: () => void }) {
  const t = useTranslations("revisions");
  const errorText = useErrorText();
  if (text && !text.ok)
    return (
      <Callout live kind="error" title={t("failed")} action={<Button onClick={retry}>{t("retry")}</Button>}>
        {errorText({ code: text.code }).message}
      </Callout>
    );
  return (
    <p role="status" className="flex items-center gap-2 text-soft">
      <Spinner /> {t("loading")}
    </p>
  );
}
