import { type Signal, signal } from "@/components/ui/signal";
import type { TranscriptPassages } from "@/lib/schemas/passages";

export type PassagesState =
  | { state: "loading" }
  | { state: "failed" }
  | { state: "ready"; value: TranscriptPassages };

/** The guide beside a transcript, for as long as its text is open. */
export interface PassageBook {
  /** Whether the person looks at the questions. */
  open: Signal<boolean>;
  state: Signal<PassagesState>;
  /** The events by which the person has changed passages: those that can be taken back, like codings. */
  events: Set<string>;
  /** The last change on its way to the server: the next one waits for it. */
  last: Promise<unknown>;
}

export function passageBook(): PassageBook {
  return {
    open: signal(false),
    state: signal<PassagesState>({ state: "loading" }),
    events: new Set(),
    last: Promise.resolve(),
  };
}
