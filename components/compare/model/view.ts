import { CompareView, comparedIn } from "@/lib/schemas/compare";
import type { ExcerptFilter } from "@/lib/schemas/excerpts";

/** How the matrix is looked at, from the parameters of an address. */
export function viewOf(parameters: Record<string, string | string[] | undefined>): CompareView {
  return CompareView.parse(parameters);
}

/** The shortest query that says the same: what is as it is by default is left out. */
export function queryOf(view: CompareView): string {
  const query = new URLSearchParams();
  if (view.columns !== "sector") query.set("columns", view.columns);
  if (view.by) query.set("by", view.by);
  if (view.figure !== "interviewees") query.set("figure", view.figure);
  if (view.share !== "interviewees") query.set("share", view.share);
  for (const key of ["rows", "alone", "sort", "cell"] as const) if (view[key]) query.set(key, view[key]);
  for (const key of ["clusters", "coders", "stances", "certainties", "attributes", "closed"] as const)
    if (view[key]?.length) query.set(key, view[key].join(","));
  // None at all says that every branch is closed.
  if (view.opened) query.set("opened", view.opened.join(","));
  return query.toString();
}

/** The part of the view that the server counts by. */
export function countQuery(view: CompareView): string {
  const { columns, by, clusters, coders, stances, certainties, attributes } = view;
  return queryOf({ ...viewOf({}), columns, by, clusters, coders, stances, certainties, attributes });
}

/** The excerpts that the whole matrix is counted from. */
export function countedExcerpts(view: CompareView): Partial<ExcerptFilter> {
  const { columns, clusters, coders, stances, certainties, attributes } = view;
  return { clusters, coders, stances, certainties, attributes, of: comparedIn(columns) };
}

/** What a query that `countQuery` made counts, and by which columns. */
export function countedIn(query: string) {
  const { columns, by, clusters, coders, stances, certainties, attributes } = viewOf(
    Object.fromEntries(new URLSearchParams(query)),
  );
  return { columns, by, clusters, coders, stances, certainties, attributes };
}

/** The cell that is open: its code, and its column's key, which is null for the total. */
export function openCell(view: Pick<CompareView, "cell">): { codeId: string; column: string | null } | null {
  if (!view.cell) return null;
  // The key of a column may hold full stops itself.
  const end = view.cell.indexOf(".");
  const column = view.cell.slice(end + 1);
  return { codeId: view.cell.slice(0, end), column: column === "all" ? null : column };
}

export function cellKey(codeId: string, column: string | null): string {
  return `${codeId}.${column ?? "all"}`;
}

/** The column to sort by, and whether the largest comes first; none is the codebook's order. */
export function sortOf(sort: CompareView["sort"]): { id: string; desc: boolean }[] {
  if (!sort) return [];
  const desc = sort.startsWith("-");
  return [{ id: desc ? sort.slice(1) : sort, desc }];
}
