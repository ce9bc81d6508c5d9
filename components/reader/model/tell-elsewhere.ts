import type { CodingStore } from "./coding-store";
import type { Painted } from "./painted";
import { placeAtHand, type ReaderPlace, segmentsAt } from "./reshape";
import { type ReaderSession, say } from "./session";

/**
 * Remembers what is coded at the place where somebody is, and answers how to tell them, once it has been heard, what
 * came or went there by other hands. Who is at no place is told nothing: what happens elsewhere is shown alone.
 */
export function watchPlace(
  session: ReaderPlace & Pick<ReaderSession, "codes" | "saying" | "store">,
): () => void {
  const { selection, chosen, text, store } = session;
  if (!selection.get() && !chosen.get() && !text.current?.focused()) return () => {};
  const place = placeAtHand(session);
  const here = () => coded(segmentsAt(session, place));
  const before = here();
  return () => {
    const after = here();
    const tell = (key: "elsewhere.coded" | "elsewhere.uncoded", changed: readonly Coded[]) =>
      changed.length > 0 &&
      say(session, key, {
        coder: names(changed.map(({ coderId }) => nameOf(store, coderId))),
        codes: names(changed.map(({ codeId }) => session.codes.get(codeId)?.name ?? "")),
      });
    tell("elsewhere.coded", without(after, before)) || tell("elsewhere.uncoded", without(before, after));
  };
}

interface Coded {
  coderId: string;
  codeId: string;
}

const coded = (segments: readonly Painted[]): Coded[] =>
  segments.flatMap(({ coderId, codeIds }) => codeIds.map((codeId) => ({ coderId, codeId })));

const without = (all: readonly Coded[], known: readonly Coded[]) =>
  all.filter(
    (each) => !known.some((other) => other.coderId === each.coderId && other.codeId === each.codeId),
  );

const nameOf = (store: CodingStore, coderId: string) =>
  store.coders.find(({ id }) => id === coderId)?.name ?? "";

const names = (all: readonly string[]) => [...new Set(all)].join(", ");
