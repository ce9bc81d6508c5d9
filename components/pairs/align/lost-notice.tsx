"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** Says that unsaved changes are of turns that the texts have no more. */
export function LostNotice({ at, onSeen }: { at: number; onSeen: () => void }) {
  const t = useTranslations("pairs.laid");
  const format = useFormatter();
  const [seen, setSeen] = useState(false);
  if (seen) return null;
  const close = () => {
    setSeen(true);
    onSeen();
  };
  return (
    <Callout
      live
      kind="warning"
      title={t("title", { at: format.dateTime(at, "moment") })}
      action={
        <Button size="sm" onClick={close}>
          {t("close")}
        </Button>
      }
    >
      {t("body")}
    </Callout>
  );
}
