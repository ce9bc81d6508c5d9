import { CODE_TEXTS, type CodeText } from "./book";

/** What a column of a table of codes holds. */
export const CODE_COLUMNS = ["path", "name", "parent", ...CODE_TEXTS, "colour", "key", "none"] as const;
export type CodeColumn = (typeof CODE_COLUMNS)[number];

export interface CodeTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Headings that mean one use alone, folded, without blanks and signs. */
const HEADINGS: Record<Exclude<CodeColumn, "none">, RegExp> = {
  path: /^(?:path|codepath|fullname|パス|階層)$/,
  name: /^(?:name|code|codename|codes|title|label|コード|コード名|名前|名称)$/,
  parent:
    /^(?:parent|parentcode|parentname|under|above|category|group|親|親コード|上位|上位コード|カテゴリ|カテゴリー)$/,
  definition: /^(?:definition|description|meaning|memo|codememo|comment|定義|説明|意味|メモ)$/,
  whenToUse:
    /^(?:whentouse|use|usewhen|inclusion|inclusioncriteria|include|使う場合|使うとき|適用|包含基準)$/,
  whenNotToUse:
    /^(?:whennottouse|notuse|donotusewhen|exclusion|exclusioncriteria|exclude|使わない場合|使わないとき|除外|除外基準)$/,
  example: /^(?:example|examples|anchor|anchorexample|typicalexample|例|用例|具体例)$/,
  counterExample: /^(?:counterexample|counterexamples|nonexample|negativeexample|当てはまらない例|反例)$/,
  colour: /^(?:colour|color|色|カラー)$/,
  key: /^(?:key|shortcut|hotkey|キー|ショートカット)$/,
};
const USES = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[];

const fold = (heading: string) =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s._#:-]/g, "");

const useOf = (heading: string): keyof typeof HEADINGS | undefined =>
  USES.find((use) => HEADINGS[use].test(fold(heading)));

/** A table whose first row turns out to name its columns: it says what a code is called, and one thing more. */
export function withHeading(table: CodeTable): CodeTable {
  const [first, ...rows] = table.rows;
  if (!first || table.columns.some((heading) => useOf(heading))) return table;
  const uses = first.flatMap((cell) => useOf(cell) ?? []);
  const names = uses.includes("name") || uses.includes("path");
  return names && (uses.length > 1 || first.length === 1) ? { columns: first, rows } : table;
}

/** What each column most probably holds: by its heading, each use once. Where none says so, the first column holds the names. */
export function guessCodeColumns({ columns }: CodeTable): CodeColumn[] {
  const taken = new Set<CodeColumn>();
  const uses = columns.map((heading): CodeColumn => {
    const use = useOf(heading);
    if (!use || taken.has(use)) return "none";
    taken.add(use);
    return use;
  });
  if (taken.has("path") || taken.has("name")) return uses;
  const free = uses.indexOf("none");
  return uses.map((use, column) => (column === free ? "name" : use));
}

/** Whether a text column of a code is meant. */
export function isCodeText(use: CodeColumn): use is CodeText {
  return (CODE_TEXTS as readonly string[]).includes(use);
}
