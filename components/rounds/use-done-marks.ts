"use client";

import { useCallback, useEffect, useMemo } from "react";
import { useRefresh } from "@/components/live/use-refresh";
import { browserQueue } from "@/components/reader/outbox/browser-storage";
import { inBrowser, retryWhenBack } from "@/components/reader/outbox/in-browser";
import { memoryQueue } from "@/components/reader/outbox/memory-storage";
import { signal, useSignal } from "@/components/ui/signal";
import { useToastError } from "@/components/ui/use-toast-error";
import type { OwnAssignment } from "@/lib/schemas/rounds";
import { markDone } from "@/lib/server/rounds/actions";
import { type DoneMark, DoneMarks, keyOf, type Marked, type MarkOutcome } from "./done-marks";

interface Connected {
  marks: DoneMarks;
  /** What was answered last. */
  answered: ReturnType<typeof signal<readonly MarkOutcome[]>>;
}

/** One for each person and study, as long as the tab is open: going to the next transcript does not stop the sending. */
const connected = new Map<string, Connected>();

function connect(personId: string, studyId: string): Connected {
  const box = `${personId}:done:${studyId}`;
  const known = connected.get(box);
  if (known) return known;
  const answered = signal<readonly MarkOutcome[]>([]);
  const inTab = typeof window !== "undefined";
  const durable = typeof indexedDB !== "undefined";
  const channel = inTab ? new BroadcastChannel(`kikitori ${box}`) : null;
  const marks = new DoneMarks({
    box,
    storage: durable ? browserQueue<DoneMark>() : memoryQueue<DoneMark>(),
    durable,
    ...inBrowser,
    mark: ({ id: eventId, ...mark }) => markDone({ eventId, ...mark, personId }),
    answered: (outcomes) => {
      answered.set(outcomes);
      channel?.postMessage(outcomes);
    },
  });
  const all = { marks, answered };
  // The server renders as if nothing waited.
  if (!channel) return all;
  channel.onmessage = ({ data }: MessageEvent<MarkOutcome[]>) => {
    marks.hear(data);
    answered.set(data);
  };
  retryWhenBack(() => marks.retry());
  void marks.resume();
  connected.set(box, all);
  return all;
}

/** One's own assignments as one has marked them, with those marks that wait; `work` is what the server says of them. */
export function useDoneMarks(personId: string, studyId: string, work: readonly OwnAssignment[]) {
  const refresh = useRefresh(studyId);
  const tell = useToastError();
  const { marks, answered } = useMemo(() => connect(personId, studyId), [personId, studyId]);
  const marked = useSignal(marks.marked);
  // What the server is being asked at the moment is no news.
  const late = useSignal(marks.state).trouble !== null;
  const mark = useCallback(
    (one: Omit<DoneMark, "id">) => marks.add({ ...one, id: crypto.randomUUID() }),
    [marks],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the server has said anew how it stands.
  useEffect(() => marks.shownAnew(), [marks, work]);
  useEffect(
    () =>
      answered.subscribe(() => {
        for (const { error } of answered.get()) if (error) tell(error);
        refresh();
      }),
    [answered, tell, refresh],
  );
  return {
    of: ({ round, transcript, done }: OwnAssignment): Marked => {
      const own = marked.get(keyOf({ roundId: round.id, transcriptId: transcript.id }));
      return own ? { done: own.done, waiting: own.waiting && late } : { done, waiting: false };
    },
    mark,
  };
}
