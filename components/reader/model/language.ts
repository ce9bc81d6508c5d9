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
