/** Forms of punctuation that only stand in vertical lines (U+FE10 to U+FE48), as they are written otherwise. */
const UPRIGHT: Record<string, string> = Object.fromEntries(
  [
    ..."︐，︑、︒。︓：︔；︕！︖？︙…︰‥︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］".matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, form = "", plain = ""]) => [form, plain]),
);

/**
 * The letters that a person reads, for those that a page's typesetting put in their place: forms of
 * vertical lines, ligatures, and radicals, which fonts name where the character itself is meant.
 */
export function plainLetters(text: string): string {
  return text
    .replace(/[\uFE10-\uFE19\uFE30-\uFE48]/gu, (form) => UPRIGHT[form] ?? form)
    .replace(/[\u2E9F\u2EF3\u2F00-\u2FD5\uFB00-\uFB06]/gu, (form) => form.normalize("NFKC"));
}

const WIDE = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** Whether a character is of a script that puts no blanks between words. */
export const isWide = (character: string) => WIDE.test(character);

export const firstOf = (text: string) => [...text.slice(0, 2)][0] ?? "";
export const lastOf = (text: string) => [...text.slice(-2)].at(-1) ?? "";
