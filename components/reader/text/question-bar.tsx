import { useTranslations } from "use-intl";
import type { Passage } from "../model/document";

/** The question that the following passage answers. */
export function QuestionBar({ passage }: { passage: Passage }) {
  const t = useTranslations("reader");
  return (
    <div className="reader-row">
      <p className="reader-question" dir="auto">
        <strong>{passage.questionKey}</strong> {passage.questionText}{" "}
        <span className="text-soft">· {t(`status.${passage.status}`)}</span>
      </p>
    </div>
  );
}
