import type { Position } from "@/lib/schemas/live";
import { Live, type StreamPorts, type Word } from "./live";

export interface Following {
  userId: string;
  studyId: string;
  position: Position;
}

type Schemas = typeof import("@/lib/schemas/live");

/** Ties the live events of a study to the browser: its streams, its tabs, its locks. Answers how to stop, too. */
export function follow({ userId, studyId, position }: Following): { live: Live; stop: () => void } {
  const name = `kikitori live ${userId} ${studyId}`;
  const channel = new BroadcastChannel(name);
  const live = new Live(
    {
      tab: crypto.randomUUID(),
      open: (from, transcriptId, ports) => openStream(studyId, from, transcriptId, ports),
      say: (word) => channel.postMessage(word),
      after(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    position,
  );
  channel.onmessage = ({ data }: MessageEvent<Word>) => live.hear(data);
  live.join();
  const leave = new AbortController();
  void leadInTurn(name, leave.signal, live);
  const retry = () => live.retry();
  const retryWhenSeen = () => document.visibilityState === "visible" && live.retry();
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", retryWhenSeen);
  return {
    live,
    stop() {
      leave.abort();
      live.stop();
      channel.close();
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", retryWhenSeen);
    },
  };
}

/** One tab leads as long as it is there, then the next. Without locks each has its own stream, which works as well. */
async function leadInTurn(name: string, signal: AbortSignal, live: Live): Promise<void> {
  if (!("locks" in navigator)) return live.lead();
  const untilLeft = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  const lead = () => {
    live.lead();
    return untilLeft;
  };
  // Turned away only where the tab has left before its turn came.
  await navigator.locks.request(name, { signal }, lead).catch(() => undefined);
}

function openStream(
  studyId: string,
  position: Position,
  transcriptId: string | null,
  ports: StreamPorts,
): () => void {
  const query = new URLSearchParams({ after: position.join(".") });
  if (transcriptId) query.set("at", transcriptId);
  let source: EventSource | null = null;
  let closed = false;
  const open = async () => {
    // What checks the messages comes beside the page, which does not wait for it.
    const schemas = await import("@/lib/schemas/live");
    if (closed) return;
    source = new EventSource(`/api/studies/${studyId}/events?${query}`);
    source.onopen = () => ports.opened();
    // It would come back by itself, but at its own pace, and not where it was refused.
    source.onerror = () => ports.lost(false);
    read(source, schemas, ports);
  };
  open().catch(() => ports.lost(false));
  return () => {
    closed = true;
    source?.close();
  };
}

/** Reads a stream's messages. One that can't be read is a gap, and ends the stream; it goes on before it. */
function read(source: EventSource, { LiveEvents, Position, PresentList }: Schemas, ports: StreamPorts): void {
  const on = (
    name: typeof import("@/lib/schemas/live").MESSAGES[number],
    take: (message: MessageEvent) => void,
  ) =>
    source.addEventListener(name, (message) => {
      try {
        take(message);
      } catch {
        ports.lost(true);
      }
    });
  on("changes", ({ data, lastEventId }) =>
    ports.changes(LiveEvents.parse(JSON.parse(data)), Position.parse(lastEventId)),
  );
  on("anew", ({ lastEventId }) => ports.anew(Position.parse(lastEventId)));
  on("people", ({ data }) => ports.people(PresentList.parse(JSON.parse(data))));
  on("ended", () => ports.lost(true));
}
