import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** Says that events could not be had, and asks for them again. */
export function Failed({ again }: { again: () => void }) {
  const t = useTranslations("history");
  return (
    <Callout kind="error" live action={<Button onClick={again}>{t("retry")}</Button>}>
      {t("failed")}
    </Callout>
  );
}
