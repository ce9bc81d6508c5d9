import type { ActionResult } from "@/lib/access/errors";

/** An action's answer with the fields of its error as the form names them: `rename` gives the form's name. */
export function withFieldNames<Value>(
  result: ActionResult<Value>,
  rename: (path: string) => string,
): ActionResult<Value> {
  if (result.ok || !result.error.fields) return result;
  const fields = Object.entries(result.error.fields).map(([path, key]) => [rename(path), key]);
  return { ok: false, error: { ...result.error, fields: Object.fromEntries(fields) } };
}
