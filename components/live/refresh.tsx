"use client";

import { usePathname } from "next/navigation";
import { studyRoute } from "@/components/shell/routes";
import type { Topic } from "@/lib/access/live";
import { useChanges } from "./use-changes";
import { useRefresh } from "./use-refresh";

/**
 * What each list of the study shows; what is taken back in its history may be any of it. Screens at which somebody
 * works on one thing look after themselves.
 */
const SHOWS = {
  overview: ["text", "codebook", "people", "guide", "rounds", "study", "members"],
  transcripts: ["text", "people", "rounds", "study"],
  codebook: ["codebook", "study"],
  people: ["people", "text", "study"],
  guide: ["guide", "study"],
  rounds: ["rounds", "text", "members", "study"],
  settings: ["study", "members"],
} as const satisfies Record<string, readonly Topic[]>;
const NOTHING: readonly Topic[] = [];

/**
 * Reads a list of the study anew when somebody changes what it shows. Forms that are open keep what is in
 * them, and the values that it began from: what both changed is shown when it is saved.
 */
export function LiveRefresh({ studyId }: { studyId: string }): null {
  const path = usePathname();
  const refresh = useRefresh(studyId);
  const sections = Object.keys(SHOWS) as (keyof typeof SHOWS)[];
  const section = sections.find((each) => path === studyRoute(studyId, each));
  useChanges(section ? SHOWS[section] : NOTHING, refresh);
  return null;
}
