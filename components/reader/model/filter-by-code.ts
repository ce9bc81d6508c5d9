import { descendants } from "@/lib/domain/codebook";
import { type ReaderSession, say } from "./session";

/** Shows only codings of this code and those below it; of all, if it was that already. */
export function filterByCode(session: ReaderSession, codeId: string | null): void {
  const { filter, tree, codes } = session;
  const { codeIds } = filter.get();
  const wanted = codeId === null ? null : new Set(descendants(tree, codeId).map((code) => code.id));
  const same = codeId !== null && codeIds?.has(codeId) && codeIds.size === wanted?.size;
  filter.update((now) => ({ ...now, codeIds: same ? null : wanted }));
  if (codeId === null || same) say(session, "unfiltered");
  else say(session, "filtered", { name: codes.get(codeId)?.name ?? "" });
}
