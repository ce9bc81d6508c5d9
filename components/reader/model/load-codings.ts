import { soon } from "@/components/drafts/soon";
import type { CodingsPayload } from "@/lib/schemas/coding";
import { partsOf } from "./coding-parts";
import { keeping } from "./keeping";
import { type Loaded, schemas } from "./load";
import type { ReaderSession } from "./session";

/** Longer than this the page is kept from nothing else, in milliseconds. */
const LONGEST = 20;
/** A window begins in one part and may end in the next. */
const IN_VIEW = 2;

/**
 * Takes in the codings part by part, those about an offset of the text first. However many there are, these are seen
 * at once and the page stays free for reading; the rest comes when it has nothing better to do. Throws only when aborted.
 */
export async function loadCodings(
  session: ReaderSession,
  body: Loaded<string>,
  offset: number,
  signal: AbortSignal,
): Promise<Loaded<null>> {
  if (!body.ok) return body;
  try {
    const { CodingsPayload } = await schemas();
    let [taken, begun, seq] = [0, performance.now(), 0];
    for (const part of partsOf(body.value, offset)) {
      signal.throwIfAborted();
      const payload: CodingsPayload = CodingsPayload.parse(part);
      keeping(session, () => session.store.loadPart(payload));
      [taken, seq] = [taken + 1, payload.seq];
      if (taken < IN_VIEW || performance.now() - begun < LONGEST) continue;
      await new Promise<void>((resolve) => soon(resolve));
      begun = performance.now();
    }
    keeping(session, () => session.store.loaded(seq));
    return { ok: true, value: null };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, code: "unavailable" };
  }
}
