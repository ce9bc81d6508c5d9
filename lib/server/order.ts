import "server-only";

/** Rows that people put in order by hand: by position, and by id where two were added at once. */
export const inOrder = [{ position: "asc" as const }, { id: "asc" as const }];

/** Whether the ids are those of the rows, each once, in whatever order. */
export function sameSet(rows: readonly { id: string }[], ids: readonly string[]): boolean {
  const wanted = new Set(ids);
  return rows.length === ids.length && wanted.size === ids.length && rows.every((row) => wanted.has(row.id));
}

/** The ids with one of them taken out and put before which `index` of the others stand. */
export function withMoved(ids: readonly string[], id: string, index: number): string[] {
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, index), id, ...others.slice(index)];
}
