import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import {
  type Conflict,
  type Fields,
  planUndo,
  type RowChange,
  TABLES,
  type Table,
} from "@/lib/domain/history";
import type { Tx } from "@/lib/server/history";
import type { Json } from "@/lib/server/json";
import { STORES } from "./stores";

/**
 * Takes back what an event changed, in the rows as they are now. Answers the rows that changed. Throws
 * `conflict` where they have been changed since, with what is there, or where something else needs them.
 */
export async function takeBackRows(
  tx: Tx,
  scope: StudyScope,
  changes: readonly RowChange[],
): Promise<{ rows: RowChange[] & Json }> {
  const now = await currentRows(tx, scope, changes);
  const plan = planUndo(changes, ({ table, id }) => now.get(`${table} ${id}`) ?? null);
  if (!plan.ok) throw changedSince(plan.conflicts);
  for (const { table, id, after } of inOrder(plan.changes)) await STORES[table].write(tx, scope, id, after);
  return { rows: plan.changes as RowChange[] & Json };
}

async function currentRows(
  tx: Tx,
  scope: StudyScope,
  changes: readonly RowChange[],
): Promise<Map<string, Fields>> {
  const found = new Map<string, Fields>();
  for (const table of TABLES) {
    const of = changes.filter((change) => change.table === table);
    if (of.length === 0) continue;
    for (const [id, fields] of await STORES[table].read(tx, scope, of)) found.set(`${table} ${id}`, fields);
  }
  return found;
}

/** What something else rests on comes first and goes last. */
function inOrder(changes: readonly RowChange[]): RowChange[] {
  const place = ({ table }: { table: Table }) => TABLES.indexOf(table);
  const stay = changes.filter(({ after }) => after !== null).toSorted((a, b) => place(a) - place(b));
  const go = changes.filter(({ after }) => after === null).toSorted((a, b) => place(b) - place(a));
  return [...go, ...stay];
}

/** Says what stands in the way: the first of it, and how much there is. */
export function changedSince(conflicts: readonly Conflict[]): AppError {
  const [first] = conflicts;
  if (!first || first.field === null)
    return new AppError("conflict", { detail: first?.now === null ? "history_gone" : "history_back" });
  const values = { left: said(first.left), now: said(first.now), count: conflicts.length };
  return new AppError("conflict", { detail: "history_changed", values });
}

function said(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
