import type { MemoView } from "@/lib/schemas/memos";

/** The filter as an address says it; what does not restrict is left out. */
export function memoQuery({ about, by, state, text }: Partial<MemoView>): URLSearchParams {
  const query = new URLSearchParams();
  if (about) query.set("about", about);
  if (by) query.set("by", by);
  if (state && state !== "open") query.set("state", state);
  if (text) query.set("text", text);
  return query;
}
