import { useTranslations } from "use-intl";
import { Turns } from "@/components/shell/coming/shapes";

/** The place of the text while it comes. */
export function Skeleton() {
  const t = useTranslations("reader");
  return (
    <div className="min-h-0 flex-1 overflow-hidden">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Turns />
    </div>
  );
}
