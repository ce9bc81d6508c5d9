"use client";

import { useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";

/** What stands in the place of a preview that is not there yet, or cannot be had. */
export function NoPreview({ failed }: { failed: boolean }) {
  const t = useTranslations("imports");
  if (failed)
    return (
      <Callout kind="error" live>
        {t("previewFailed")}
      </Callout>
    );
  return (
    <p role="status" className="flex items-center gap-2 text-soft">
      <Spinner /> {t("still.reading")}
    </p>
  );
}
