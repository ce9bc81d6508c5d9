import { useTranslations } from "use-intl";

const WIDTHS = [92, 100, 97, 64, 88, 100, 95, 99, 40, 100, 93, 71];

/** The place of the text while it comes. */
export function Skeleton() {
  const t = useTranslations("reader");
  return (
    <div role="status" className="mx-auto grid w-full max-w-xl flex-1 content-start gap-3 px-6 py-10">
      <span className="sr-only">{t("loading")}</span>
      {WIDTHS.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are a picture and never change.
        <span key={index} className="h-3.5 rounded bg-line/70" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
