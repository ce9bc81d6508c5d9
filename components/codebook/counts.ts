"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useChanges } from "@/components/live/use-changes";
import { CodeCounts } from "@/lib/schemas/codebook-views";

/** What the counts rest on. */
const COUNTED = ["codings", "text", "codebook"] as const;
/** Milliseconds between two counts: each goes over all codings of the study, which may be many, and being made. */
const GATHER = 5_000;

const held = new Map<string, CodeCounts>();
const listeners = new Set<() => void>();

/**
 * Asks anew how much the codes of a study are used: after one's own change, or when word comes of another's. The
 * browser asks with the tag that it has, so that nothing is sent where nothing has changed. Answers when it is shown.
 */
export async function refreshCounts(studyId: string): Promise<void> {
  try {
    const response = await fetch(`/api/studies/${studyId}/codebook/counts`, { cache: "no-cache" });
    if (!response.ok) return;
    held.set(studyId, CodeCounts.parse(await response.json()));
    for (const listener of listeners) listener();
  } catch {
    // Out of reach for now: the counts that are shown stay, and are asked for again.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * How much the codes of a study are used, as they are used; null until it is known, and for those who may not know.
 * `changed` asks anew.
 */
export function useCounts(studyId: string, counted: boolean, changed: unknown): CodeCounts | null {
  const read = () => held.get(studyId) ?? null;
  const counts = useSyncExternalStore(subscribe, read, () => null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is not read, but asks anew.
  useEffect(() => {
    if (counted) void refreshCounts(studyId);
  }, [studyId, counted, changed]);
  useChanges(
    COUNTED,
    () => {
      if (counted) void refreshCounts(studyId);
    },
    GATHER,
  );
  return counted ? counts : null;
}

/** Whose segments are counted, and whether those of codes below are. */
export interface CountChoice {
  whose: "all" | "own";
  within: boolean;
}

/** Segments and interviewees of a code; none of one that is not used. */
export function countOf(
  counts: CodeCounts,
  codeId: string,
  { whose, within }: CountChoice,
): [number, number] {
  return counts[codeId]?.[within ? "within" : "itself"][whose] ?? [0, 0];
}
