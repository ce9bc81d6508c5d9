import type { StudyScope } from "@/lib/access/scope";
import type { Filter } from "@/lib/domain/compare";
import type { Columns, ComparePayload } from "@/lib/schemas/compare";
import { comparison } from "@/lib/server/compare/data";
import type { SmallStudy } from "./study";

/** Counts a study, and picks a cell. */
export function counting(study: () => SmallStudy) {
  async function count(
    { columns = "sector", scope = study().scopes.lead }: { columns?: Columns; scope?: StudyScope } = {},
    filter: Filter = {},
  ): Promise<ComparePayload> {
    return (await (await comparison(scope, columns, filter)).counted()).payload;
  }

  /** The cell of a code and a column's label; "all" is the total. */
  function cell(payload: ComparePayload, path: string, label: string, variant: "own" | "tree" = "own") {
    const code = payload.codes.find(({ id }) => id === study().codes[path]);
    const at = label === "all" ? -1 : payload.columns.findIndex((column) => column.label === label);
    const tuples = variant === "own" ? code?.own : (code?.tree ?? code?.own);
    const [n, of, numbers, segments, words, characters, zero] = tuples?.at(at) ?? [];
    return { n, of, numbers, segments, words, characters, zero };
  }

  return { count, cell };
}
