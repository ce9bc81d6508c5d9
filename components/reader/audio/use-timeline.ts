"use client";

import { useCallback, useEffect, useState } from "react";
import { useLive } from "@/components/live/context";
import { type Point, timelineOf } from "@/lib/domain/recording";
import { useSession } from "../context";
import { loadHearing } from "../model/load";
import { useSelected, useSignal } from "../model/signal";

/**
 * Knows when the text was said: by the points between the turns' times too, once there is a recording that needs them.
 * Whether one is kept is asked anew whenever something of the talk changes: what has been hidden may bar it.
 */
export function useTimeline(): void {
  const session = useSession();
  const { player, timeline } = session;
  const { text, turns, versionId } = useSignal(session.shown);
  const open = useSelected(player.recording, (recording) => recording !== null);
  const kept = useSelected(player.kept, (recording) => recording?.hears === true);
  const seconds = useSelected(player.state, ({ length }) => length);
  const [inside, setInside] = useState<{ versionId: string; points: readonly Point[] } | null>(null);

  useEffect(() => {
    const points =
      inside?.versionId === versionId && inside.points.length > 0
        ? inside.points
        : turns.flatMap(({ bodyStart, atMs }) => (atMs === null ? [] : [{ at: bodyStart, ms: atMs }]));
    timeline.set(timelineOf(points, text.length, seconds > 0 ? seconds * 1000 : null));
  }, [timeline, inside, versionId, turns, text, seconds]);

  const ask = useCallback(
    async (signal: AbortSignal) => {
      // A newer version of the text is another session, and has points of its own.
      const { frame, player } = session;
      const answer = await loadHearing(frame.transcript.id, signal).catch(() => null);
      if (signal.aborted || !answer?.ok) return;
      const { recording, points, versionId: of } = answer.value;
      player.take(recording);
      setInside({ versionId: of, points: points.map(([at, ms]) => ({ at, ms })) });
    },
    [session],
  );
  const [asked, askAgain] = useState(0);
  useEffect(() => {
    if (!open && !kept && asked === 0) return;
    const visit = new AbortController();
    void ask(visit.signal);
    return () => visit.abort();
  }, [ask, open, kept, asked]);
  useLive({
    events: (events) =>
      events.some(({ topic, erased }) => topic === "text" && erased !== true) &&
      askAgain((count) => count + 1),
    anew: () => askAgain((count) => count + 1),
  });
}
