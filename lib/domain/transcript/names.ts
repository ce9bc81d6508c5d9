/** The longest label that is taken for one, in UTF-16 code units. */
export const LABEL_LIMIT = 80;

/**
 * The form in which labels are compared: NFKC, lower case, without blanks and without punctuation at
 * either end, so that `Interviewer 1`, `interviewer1 ` and `Ｉｎｔｅｒｖｉｅｗｅｒ１` are one. The text keeps its own
 * spelling. A label of punctuation alone, such as `――`, folds to itself.
 */
export function foldName(label: string): string {
  const folded = label.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
  return folded.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "") || folded;
}

/** The initials of a name of two to four words, all capitalised (`Christian Akin`: `CA`); null of anything else. */
export function initialsOf(name: string): string | null {
  const words = name.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word)))
    return null;
  return words.map((word) => [...word][0] ?? "").join("");
}

/** A name may be longer than a label can be; it is cut at a whole code point. */
export const shortLabel = (label: string) =>
  label.length <= LABEL_LIMIT ? label : [...label.slice(0, LABEL_LIMIT)].slice(0, -1).join("").trim();

/** Whether `a` becomes `b` by at most one insertion, deletion or replacement of a code unit. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return withinOneEdit(b, a);
  if (b.length - a.length > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = a.length === b.length ? i + 1 : i;
  return a.slice(rest) === b.slice(i + 1);
}

const SCHEMES = new Set(["http", "https", "ftp", "file", "mailto"]);
const FORBIDDEN = /[:：[\]<>|*#@"“”「」『』。、！？!?;；=/\\{}\p{Cc}]/u;

/**
 * Whether this could be somebody's name or role: short, begins with a letter or a digit, is no
 * number alone, holds no punctuation of sentences, at most one comma (`Last, First`), and full stops
 * only after abbreviations (`Dr. A. Smith`).
 */
export function isNameLike(raw: string): boolean {
  const name = raw.trim();
  if (name.length === 0 || name.length > LABEL_LIMIT || FORBIDDEN.test(name)) return false;
  if (!/^[\p{L}\p{N}]/u.test(name) || !/\p{L}/u.test(name) || SCHEMES.has(name.toLowerCase())) return false;
  if (name.split(/\s+/u).length > 6 || (name.match(/[,，]/gu) ?? []).length > 1) return false;
  return (
    (name.match(/[\p{L}\p{N}]+(?=\.)/gu) ?? []).every((word) => word.length <= 4) &&
    !/\.[^\s.]{4}/u.test(name)
  );
}
