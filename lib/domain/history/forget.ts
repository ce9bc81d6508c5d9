import { isRecord, type Value } from "./rows";

/** What stands in an event in the place of content that is gone for good: its time was over, or it was erased. */
export const MARKS = { purged: { purged: true }, erased: { erased: true } } as const;
export type Forgetting = keyof typeof MARKS;

/** Whether a value is a mark, and no content. */
export function isMark(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const [[key, said] = [], ...others] = Object.entries(value);
  return others.length === 0 && said === true && (key === "purged" || key === "erased");
}

/**
 * An event's content without what it says of certain rows, given by their ids: each record that names one of them,
 * as itself or as what it is about, gives way to the mark as a whole; what stands around it stays. With `own`, the rows
 * themselves alone, and not what is about them. Answers the very same value where nothing of it goes.
 */
export function forget(content: Value, ids: ReadonlySet<string>, why: Forgetting, own = false): Value {
  if (typeof content === "string") return !own && ids.has(content) ? MARKS[why] : content;
  if (typeof content !== "object" || content === null) return content;
  if (Array.isArray(content)) {
    const left = content.map((each) => forget(each, ids, why, own));
    return left.some((each, at) => each !== content[at]) ? left : content;
  }
  if (!isRecord(content)) return content;
  const { id } = content;
  if (own && typeof id === "string" && ids.has(id)) return MARKS[why];
  const names = (value: Value): boolean =>
    typeof value === "string"
      ? ids.has(value)
      : Array.isArray(value) && value.some((each) => typeof each === "string" && ids.has(each));
  const entries = Object.entries(content);
  if (!own && entries.some(([key, value]) => ids.has(key) || names(value))) return MARKS[why];
  const left = entries.map(([key, value]) => [key, forget(value, ids, why, own)] as const);
  return left.some(([key, value]) => value !== content[key]) ? Object.fromEntries(left) : content;
}
