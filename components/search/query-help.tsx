"use client";

import { useTranslations } from "use-intl";

/** What can be written, by an example of each. The words of the examples are those of both languages. */
const EXAMPLES = [
  { means: "phrase", written: ["human security", "人間の安全保障"] },
  { means: "quoted", written: ['"U.S. (why?)"', "「なぜ？」"] },
  { means: "stars", written: ["secur*", "*security"] },
  { means: "one", written: ["wom?n"] },
  { means: "join", written: ["fear AND want", "(恐怖 OR 欠乏) NOT 自由"] },
  { means: "pattern", written: ["/prepar(e|ing|ation)/", "/[0-9]+年/"] },
] as const;

export function QueryHelp() {
  const t = useTranslations("search.help");
  return (
    <div className="grid gap-3 text-sm">
      <dl className="grid gap-2">
        {EXAMPLES.map(({ means, written }) => (
          <div key={means}>
            <dt className="flex flex-wrap gap-x-3 gap-y-1">
              {written.map((example) => (
                <code
                  key={example}
                  lang={/\p{Script=Han}/u.test(example) ? "ja" : "en"}
                  className="rounded-sm bg-ink/6 px-1.5 font-sans"
                >
                  {example}
                </code>
              ))}
            </dt>
            <dd className="text-soft">{t(means)}</dd>
          </div>
        ))}
      </dl>
      <p className="border-line border-t pt-3 text-soft">{t("fold")}</p>
      <p className="text-soft">{t("turn")}</p>
    </div>
  );
}
