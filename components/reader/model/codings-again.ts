import { type Reading, readAgain } from "@/components/live/read-again";
import type { ErrorCode } from "@/lib/access/errors";
import { fetchCodings, type Loaded } from "./load";
import { fetchInView, loadCodings, takeInView } from "./load-codings";
import type { ReaderSession } from "./session";

/** Signed out, one may be signed in again. */
const LATER: readonly ErrorCode[] = ["unavailable", "unauthenticated"];

/** Of what the server would not say for now, that it may later. */
export function asReading<Value>(loaded: Loaded<Value>): Reading<Value> {
  return loaded.ok ? loaded : { ok: false, later: LATER.includes(loaded.code) };
}
export const abandoned = () => ({ ok: false, later: false }) as const;

/**
 * Reads the codings of a transcript that is open anew, as they were read when it was opened: those in view first, and the
 * rest when the page has nothing better to do. One reading at a time: what is asked meanwhile is one more after it.
 */
export class CodingsAgain {
  private asked = false;
  private reading = false;

  constructor(
    private readonly session: ReaderSession,
    private readonly left: AbortSignal,
  ) {}

  async read(): Promise<void> {
    this.asked = true;
    if (this.reading) return;
    this.reading = true;
    while (this.asked && !this.left.aborted) {
      this.asked = false;
      await readAgain(() => this.once().then(asReading, abandoned), this.left);
    }
    this.reading = false;
  }

  private async once(): Promise<Loaded<null>> {
    const { session, left } = this;
    const { transcript } = session.frame;
    const place = session.text.current?.top() ?? 0;
    const all = fetchCodings(transcript.id, left);
    takeInView(session, await fetchInView({ transcript, place }, all, left), left);
    // Somebody may have gone on meanwhile.
    return loadCodings(session, await all, session.text.current?.top() ?? 0, left);
  }
}
