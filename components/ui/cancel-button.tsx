"use client";

import { useTranslations } from "use-intl";
import { Button } from "./button";

/** Leaves a form as it was. */
export function CancelButton({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations("common");
  return (
    <Button variant="quiet" onClick={onCancel}>
      {t("cancel")}
    </Button>
  );
}
