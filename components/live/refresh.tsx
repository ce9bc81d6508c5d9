"use client";

import { usePathname, useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { studyRoute } from "@/components/shell/routes";
import type { Topic } from "@/lib/access/live";
import { useLive } from "./context";

/** Changes within so many milliseconds are read together. */
const GATHER = 600;

/** What each list of the study shows. Screens at which somebody works on one thing look after themselves. */
const SHOWS = {
  overview: ["text", "codebook", "people", "guide", "study", "members"],
  transcripts: ["text", "people"],
  codebook: ["codebook"],
  people: ["people", "text"],
  guide: ["guide"],
  settings: ["study", "members"],
} as const satisfies Record<string, readonly Topic[]>;

/**
 * Reads a list of the study anew when somebody changes what it shows. Forms that are open keep what is in
 * them, and the values that it began from: what both changed is shown when it is saved.
 */
export function LiveRefresh({ studyId }: { studyId: string }): null {
  const path = usePathname();
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const sections = Object.keys(SHOWS) as (keyof typeof SHOWS)[];
  const section = sections.find((each) => path === studyRoute(studyId, each));
  const refreshSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), GATHER);
  }, [router]);
  useLive({
    events(events) {
      const shows: readonly Topic[] = section ? SHOWS[section] : [];
      if (events.some(({ topic }) => shows.includes(topic))) refreshSoon();
    },
    anew: () => section && refreshSoon(),
  });
  return null;
}
