import { type AttributeKind, guessType } from "./attribute";

/** What a column of a table of people holds. */
export const COLUMN_USES = ["number", "sector", "position", "name", "file", "attribute", "none"] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

export interface ColumnChoice {
  use: ColumnUse;
  /** Of an attribute; of no account otherwise. */
  kind: AttributeKind;
}

export interface PeopleTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Headings that mean one use alone, folded, without blanks and signs. */
const HEADINGS: Record<"number" | "sector" | "position" | "name" | "file", RegExp> = {
  number:
    /^(?:no|nr|number|num|id|interviewee|intervieweeno|intervieweenumber|participant|participantid|番号|協力者番号|協力者|対象者番号)$/,
  sector: /^(?:sector|group|部門|分野|セクター|区分)$/,
  position: /^(?:position|role|job|jobtitle|occupation|立場|役職|職業|職種)$/,
  name: /^(?:name|fullname|氏名|名前|お名前)$/,
  file: /^(?:file|files|filename|filenames|transcript|ファイル|ファイル名|逐語録)$/,
};

const fold = (heading: string) =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s._#:-]/g, "");

/** Whether an attribute of this name holds the names of files. */
export const isFileHeading = (name: string): boolean => HEADINGS.file.test(fold(name));

/** What each column most probably holds: by its heading, each use once; the others are attributes, empty ones nothing. */
export function guessColumns({ columns, rows }: PeopleTable): ColumnChoice[] {
  const taken = new Set<ColumnUse>();
  return columns.map((heading, column) => {
    const values = rows.map((row) => row[column] ?? "");
    const { kind } = guessType(values);
    const uses = ["number", "sector", "position", "name", "file"] as const;
    const found = uses.find((use) => !taken.has(use) && HEADINGS[use].test(fold(heading)));
    if (found) taken.add(found);
    const empty = values.every((value) => value.trim() === "");
    return { use: found ?? (empty ? "none" : "attribute"), kind: found === "file" ? "text" : kind };
  });
}
