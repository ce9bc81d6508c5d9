"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { Present } from "@/lib/schemas/live";
import { follow } from "./browser";
import type { Listener, Live } from "./live";

const LiveContext = createContext<Live | null>(null);

interface LiveProviderProps {
  studyId: string;
  userId: string;
  /** How far the study's history had come when the page was made. */
  position: string;
  children: ReactNode;
}

/** Follows what happens in the study while its pages are open. */
export function LiveProvider({ studyId, userId, position, children }: LiveProviderProps) {
  const [live, setLive] = useState<Live | null>(null);
  // A page that is read anew says how far the history has come since; what is followed already goes on.
  const from = useRef(position);
  useEffect(() => {
    const following = follow({ studyId, userId, position: from.current.split(".").map(Number) });
    setLive(following.live);
    return following.stop;
  }, [studyId, userId]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Hears what happens in the study, as it happens. Answers what tells of it: null until there is something to. */
export function useLive(listener: Listener): Live | null {
  const live = useContext(LiveContext);
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(
    () =>
      live?.listen({
        events: (events) => latest.current.events?.(events),
        anew: () => latest.current.anew?.(),
        people: (people) => latest.current.people?.(people),
      }),
    [live],
  );
  return live;
}

/** The others who are in the study now. */
export function usePeople(): readonly Present[] {
  const [people, setPeople] = useState<readonly Present[]>([]);
  useLive({ people: setPeople });
  return people;
}

/** Says that the person looks at this transcript, while the page is in sight. */
export function usePlace(transcriptId: string): void {
  const live = useContext(LiveContext);
  useEffect(() => {
    if (!live) return;
    const say = () => document.visibilityState === "visible" && live.at(transcriptId);
    say();
    document.addEventListener("visibilitychange", say);
    return () => {
      document.removeEventListener("visibilitychange", say);
      live.at(null);
    };
  }, [live, transcriptId]);
}
