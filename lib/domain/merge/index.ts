/** What came of laying an edit over a row that may have changed since it was read. */
export type Merged<T> = { ok: true; value: T } | { ok: false; fields: (keyof T & string)[] };

/**
 * Lays an edit over a row field by field. `base` is the row as the editor saw it, `wanted` as the
 * editor left it, `current` as it is now; values are compared with `Object.is`, so fields hold
 * primitives. A field that the editor left alone keeps its current value; a field that only the
 * editor changed takes the wanted one. Where both changed one field to different values, the answer
 * lists such fields in the order of `wanted`, and nothing is merged: a person decides.
 */
export function merge<T extends object>(base: T, wanted: T, current: T): Merged<T> {
  const value = { ...current };
  const fields: (keyof T & string)[] = [];
  for (const field of Object.keys(wanted) as (keyof T & string)[]) {
    if (Object.is(wanted[field], base[field])) continue;
    const untouched = Object.is(current[field], base[field]) || Object.is(current[field], wanted[field]);
    if (untouched) value[field] = wanted[field];
    else fields.push(field);
  }
  return fields.length > 0 ? { ok: false, fields } : { ok: true, value };
}

/** The fields in which two rows of one shape differ, in the order of `after`. */
export function changedFields<T extends object>(before: T, after: T): (keyof T & string)[] {
  return (Object.keys(after) as (keyof T & string)[]).filter(
    (field) => !Object.is(before[field], after[field]),
  );
}
