"use client";

import { useCallback, useEffect, useRef } from "react";
import type { Topic } from "@/lib/access/live";
import { useLive } from "./context";

/** Changes within so many milliseconds are read together, where nothing else is said. */
const GATHER = 1_000;

/** Calls back a moment after something of these topics has changed, by whomever, once for all changes until then. */
export function useChanges(topics: readonly Topic[], onChange: () => void, gather = GATHER): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => () => clearTimeout(timer.current), []);
  const soon = useCallback(() => {
    // Not put off by each further one: in a study full of people there is always a next.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, gather);
  }, [gather]);
  useLive({
    events: (events) => events.some(({ topic }) => topics.includes(topic)) && soon(),
    anew: () => topics.length > 0 && soon(),
  });
}
