import "server-only";
import { AppError } from "@/lib/access/errors";

/**
 * The answer to an edit of fields that somebody else has changed since: the fields, and what each
 * holds now, so that the screen can show both and the person decides.
 */
export function changedMeanwhile(fields: string[], current: object): AppError {
  const now = new Map<string, unknown>(Object.entries(current));
  // Of what is not there any more, that: whoever saves again goes over it.
  const values = Object.fromEntries(fields.map((field) => [field, String(now.get(field) ?? "")]));
  const marked = Object.fromEntries(fields.map((field) => [field, "changed_meanwhile"]));
  return new AppError("conflict", { fields: marked, detail: "changed_meanwhile", values });
}
