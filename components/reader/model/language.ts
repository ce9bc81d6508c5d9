/** The name of a language, in its own words where that is a language of the interface, else in the reader's. */
export function nameOfLanguage(tag: string, locale: string): string {
  const own = /^(en|ja)\b/.exec(tag)?.[0];
  try {
    return new Intl.DisplayNames([own ?? locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    // A tag that is none is shown as it is.
    return tag;
  }
}

/**
 * The voice for a few words that stand in a text or among the interface's own, such as a question of the guide or the name
 * of a code: what is written says it where a Japanese voice could not read English, or the other way round.
 */
export function languageOfWords(words: string, around: string): string {
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words);
  if (japanese) return /^(ja|zh)\b/.test(around) ? around : "ja";
  return /^ja\b/.test(around) ? "en" : around;
}
