import { CODE_TEXTS, type CodeText } from "./book";
import { isPathSafe, joinPath, pathOf } from "./path";
import type { LineProblem, ProposedCode } from "./proposed";
import { buildTree, type CodeNode } from "./tree";

/** A code that is there already, in use. */
export type KnownCode = CodeNode & Readonly<Record<CodeText, string>> & { readonly shortcut: string | null };

export type PlannedField = CodeText | "hue" | "shortcut";

/** What will be made of one line; of a code above a line that no line names, too. */
export interface PlannedCode {
  /** Its place in the plan. */
  readonly key: number;
  /** Null for a code that a path names and no line. */
  readonly line: number | null;
  readonly path: readonly string[];
  /** The planned code above it, or null: at the top, or below a code that is there. */
  readonly parentKey: number | null;
  /** The code above it that is there already. */
  readonly parentId: string | null;
  readonly outcome: "add" | "change" | "same" | "skip" | "refused";
  /** The code that it changes, or would have. */
  readonly codeId: string | null;
  readonly hue: number;
  /** What is given and differs from what is there. */
  readonly fields: readonly { readonly field: PlannedField; readonly from: string; readonly to: string }[];
  readonly problem: LineProblem | null;
}

export interface PlanOptions {
  /** The codes in use. */
  readonly known: readonly KnownCode[];
  /** The code below which everything is put; null for the top. */
  readonly under: string | null;
  /** What is done where a code of that path is there: its texts are taken over, or it is left as it is. */
  readonly matches: "update" | "skip";
  readonly hues: number;
  readonly limits: { readonly name: number; readonly text: number };
}

/**
 * What storing proposed codes would do, line by line, parents before their children. A code of the same path,
 * whatever the case of its names, is the same code. What a line leaves empty is left as it is. Codes above a line
 * that nobody has named are made. A line that cannot be taken takes those below it along.
 */
export function planCodes(proposed: readonly ProposedCode[], options: PlanOptions): PlannedCode[] {
  const tree = buildTree(options.known);
  const known = new Map(options.known.map((code) => [fold(pathOf(tree, code.id)), code]));
  const keys = new Set(options.known.flatMap(({ shortcut }) => shortcut ?? []));
  const base = options.under === null ? "" : pathOf(tree, options.under);
  const start = base === "" ? [] : [base];
  const plan: PlannedCode[] = [];
  const planned = new Map<string, number>();
  let roots = tree.roots.length;

  const put = (code: ProposedCode | null, path: readonly string[]): number => {
    const place = fold(joinPath([...start, ...path]));
    const parentPath = path.slice(0, -1);
    const parentPlace = fold(joinPath([...start, ...parentPath]));
    if (parentPath.length > 0 && !planned.has(parentPlace) && !known.has(parentPlace)) put(null, parentPath);
    const parentKey = parentPath.length === 0 ? null : (planned.get(parentPlace) ?? null);
    const parent = parentKey === null ? null : plan[parentKey];
    const there = path.length === 0 ? undefined : known.get(place);
    const parentId = parentPath.length === 0 ? options.under : (known.get(parentPlace)?.id ?? null);
    const parentHue = parent?.hue ?? (parentId === null ? undefined : tree.byId.get(parentId)?.hue);
    const problem =
      parent?.outcome === "refused" ? "above" : problemOf(code, path, planned.has(place), options.limits);
    const hue = code?.hue ?? there?.hue ?? parentHue ?? roots % options.hues;
    if (parentHue === undefined && !there && !problem) roots += 1;
    const fields = problem ? [] : fieldsOf(code, there, keys);
    const key = plan.length;
    plan.push({
      key,
      line: code?.line ?? null,
      path,
      parentKey,
      parentId,
      outcome: problem ? "refused" : outcomeOf(there, fields.length, options.matches),
      codeId: there?.id ?? null,
      hue,
      fields,
      problem,
    });
    if (path.length > 0 && !planned.has(place)) planned.set(place, key);
    for (const { field, to } of fields) if (field === "shortcut") keys.add(to);
    return key;
  };
  for (const code of proposed) put(code, code.path);
  return plan;
}

function outcomeOf(there: KnownCode | undefined, fields: number, matches: PlanOptions["matches"]) {
  if (!there) return "add";
  if (fields === 0) return "same";
  return matches === "update" ? "change" : "skip";
}

function problemOf(
  code: ProposedCode | null,
  path: readonly string[],
  twice: boolean,
  limits: PlanOptions["limits"],
): LineProblem | null {
  const name = path.at(-1);
  if (name === undefined) return "no_name";
  if (!isPathSafe(name)) return "separator";
  const long = CODE_TEXTS.some((text) => (code?.texts[text]?.length ?? 0) > limits.text);
  if (name.length > limits.name || long) return "long";
  return code?.wrong ?? (twice ? "twice" : null);
}

/** A key that another code has is left out rather than taken from it. */
function fieldsOf(
  code: ProposedCode | null,
  there: KnownCode | undefined,
  keys: ReadonlySet<string>,
): PlannedCode["fields"] {
  if (!code) return [];
  const given: [PlannedField, string | undefined, string][] = [
    ...CODE_TEXTS.map((text): [PlannedField, string | undefined, string] => [
      text,
      code.texts[text],
      there?.[text] ?? "",
    ]),
    ["hue", code.hue?.toString(), there?.hue.toString() ?? ""],
    [
      "shortcut",
      code.shortcut !== undefined && keys.has(code.shortcut) ? undefined : code.shortcut,
      there?.shortcut ?? "",
    ],
  ];
  return given.flatMap(([field, to, from]) => (to === undefined || to === from ? [] : [{ field, from, to }]));
}

const fold = (path: string) => path.toLowerCase();
