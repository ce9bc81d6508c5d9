/** What is known of an interviewee for finding their files. */
export interface Matchable {
  id: string;
  number: number;
  /** Null where it is not kept, or may not be seen. */
  name: string | null;
  /** The names of their files as a table gives them; several with semicolons between. */
  file: string | null;
}

export interface FileMatch {
  fileName: string;
  /** Whose file it is; null where nobody fits, or several do. */
  intervieweeId: string | null;
  /** What the match goes by; null where there is none. */
  by: "file" | "number" | "name" | null;
  /** Everybody who fits by the same sign, in order of their number, where they are several. */
  candidates: string[];
}

/** Shorter names stand in too many words by chance: letters of western names, characters of Japanese ones. */
const SHORTEST_WORD = 3;
const SHORTEST_CHARACTERS = 2;

/**
 * Whose each file is. A name in a table goes first, then a number in the file's name, then a person's name in
 * it. Folders count for little: they are looked at only where the name itself says nothing. Answers in the
 * order of the file names.
 */
export function matchFiles(fileNames: readonly string[], people: readonly Matchable[]): FileMatch[] {
  const ordered = [...people].sort((a, b) => a.number - b.number);
  return fileNames.map((fileName) => {
    const [name = "", ...folders] = fileName.split(/[\\/]/).reverse();
    for (const by of ["file", "number", "name"] as const) {
      for (const part of [name, ...folders]) {
        const found = ordered.filter((person) => FITS[by](part, person));
        // A name that only says "interview 3" where nobody has the number says nothing.
        if (found.length > 0) return matched(fileName, by, found);
      }
    }
    return { fileName, intervieweeId: null, by: null, candidates: [] };
  });
}

function matched(fileName: string, by: "file" | "number" | "name", found: readonly Matchable[]): FileMatch {
  const [only] = found;
  return found.length === 1 && only
    ? { fileName, intervieweeId: only.id, by, candidates: [] }
    : { fileName, intervieweeId: null, by, candidates: found.map(({ id }) => id) };
}

const FITS: Record<"file" | "number" | "name", (part: string, person: Matchable) => boolean> = {
  file: (part, { file }) =>
    (file ?? "")
      .split(/[;；\n]/)
      .map((name) => fold(name.split(/[\\/]/).at(-1) ?? ""))
      .some((name) => name !== "" && stem(name) === stem(part)),
  number: (part, { number }) => numbersIn(part).includes(number),
  name: (part, { name }) => holdsName(stem(part), fold(name ?? "")),
};

/** Letters of any width and case as one, without marks that keyboards leave out. */
const fold = (text: string) => text.normalize("NFKC").toLowerCase().trim();
const stem = (fileName: string) => fold(fileName).replace(/\.[a-z0-9]{1,8}$/, "");

/**
 * The numbers that may be an interviewee's: those after a word for it, where there are any; else all but
 * dates, times, years and counts of versions and copies.
 */
function numbersIn(fileName: string): number[] {
  const plain = stem(fileName)
    .replace(/\d{4}([-_.]?)\d{1,2}\1\d{1,2}(?!\d)|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g, " ")
    .replace(
      /\d{1,2}[-.]\d{1,2}[-.]\d{2,4}|\d{1,2}月\d{1,2}日|\b(?:v|ver|version|rev|draft|part|pt)[ ._-]?\d+/g,
      " ",
    )
    .replace(/\(\d+\)$|第\d+[版稿]/g, " ");
  const said = plain.matchAll(
    /(?:interview(?:ee)?|participant|person|respondent|subject|informant|int|no|nr|n[°º]|p|id|協力者|対象者|面接|番号|#)[ ._-]*0*(\d{1,6})(?!\d)|0*(\d{1,6})(?:番|人目|さん)/g,
  );
  const named = [...said].map(([, after, before]) => Number(after ?? before));
  if (named.length > 0) return named;
  return [...plain.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((number) => number < 1_000_000);
}

/** Whether a file's name holds all words of a person's, or a Japanese name as it is. */
function holdsName(fileName: string, name: string): boolean {
  if (name === "") return false;
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(name)) {
    const closed = name.replace(/[\s・]/g, "");
    return closed.length >= SHORTEST_CHARACTERS && fileName.replace(/[\s・_-]/g, "").includes(closed);
  }
  const words = name.match(/\p{L}[\p{L}\p{M}'’]*/gu)?.filter((word) => word.length >= SHORTEST_WORD) ?? [];
  const there = new Set(fileName.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []);
  return words.length > 0 && words.every((word) => there.has(word));
}
