import { type Fields, type RowChange, type Value, WISHES } from "./rows";

/** A row that is not as the event left it. */
export interface Conflict {
  table: RowChange["table"];
  id: string;
  /** The field in question; null where the row itself is gone, or there again. */
  field: string | null;
  /** What the event left there, and what is there now. */
  left: Value;
  now: Value;
}

export type UndoPlan = { ok: true; changes: RowChange[] } | { ok: false; conflicts: Conflict[] };

/**
 * The rows that change when an event is taken back, from as they are now to as they will be. `current` answers
 * a row's fields as they are, or null where it is not there. Refused, with every conflict, where a row is not
 * as the event left it in what the event changed: later work is never taken along.
 */
export function planUndo(
  changes: readonly RowChange[],
  current: (change: RowChange) => Fields | null,
): UndoPlan {
  const planned: RowChange[] = [];
  const conflicts: Conflict[] = [];
  for (const change of changes) {
    const now = current(change);
    const wrong = conflictsOf(change, now);
    conflicts.push(...wrong);
    if (wrong.length === 0) planned.push({ ...change, before: now, after: takenBack(change, now) });
  }
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, changes: planned };
}

function conflictsOf(change: RowChange, now: Fields | null): Conflict[] {
  const { table, id, after } = change;
  if (after === null || now === null) {
    const asLeft = after === null && now === null;
    return asLeft ? [] : [{ table, id, field: null, left: after, now }];
  }
  // What was made may have been added to since, in what the event says nothing of.
  const added = change.before === null ? Object.keys(now).filter((field) => !isBlank(now[field])) : [];
  return [...new Set([...changedFields(change), ...added])]
    .filter((field) => field !== WISHES[table] && !same(now[field], after[field]))
    .map((field) => ({ table, id, field, left: after[field] ?? null, now: now[field] ?? null }));
}

/** The fields that the event changed; all, where it made the row. */
function changedFields({ before, after }: RowChange): string[] {
  if (after === null) return [];
  return Object.keys(after).filter((field) => before === null || !same(before[field], after[field]));
}

function takenBack(change: RowChange, now: Fields | null): Fields | null {
  const { before } = change;
  if (before === null || now === null) return before;
  const back = changedFields(change).map((field) => [field, before[field] ?? null]);
  return { ...now, ...Object.fromEntries(back) };
}

/** Whether two values are the same, lists and records by what they hold. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  const [one, other] = [a as Fields, b as Fields];
  return keys.length === others.length && keys.every((key) => same(one[key], other[key]));
}

/** Whether a value says nothing. */
export function isBlank(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
