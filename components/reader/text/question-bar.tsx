import { useLocale, useTranslations } from "use-intl";
import type { Passage } from "../model/document";
import { languageOfWords } from "../model/language";

/** The question that the following passage answers: a heading of the text, which is in `language`; the guide may be in another. */
export function QuestionBar({ passage, language }: { passage: Passage; language: string }) {
  const t = useTranslations("reader");
  const locale = useLocale();
  return (
    <div className="reader-row">
      <h2 className="reader-question" dir="auto" lang={languageOfWords(passage.questionText, language)}>
        {/* Blanks within the words: a screen reader is not given those that stand alone. */}
        <strong>{`${passage.questionKey} `}</strong>
        {`${passage.questionText} `}
        <span className="text-soft" lang={locale}>
          {`·\u00a0${t(`status.${passage.status}`)}`}
        </span>
      </h2>
    </div>
  );
}
