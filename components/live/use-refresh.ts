"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { type Reading, readAgain } from "./read-again";

/**
 * Reads the page anew once the server can be asked, and knows the person: were it out of reach, the browser would
 * leave for a page of its own, and take along what is half written here.
 */
export function useRefresh(studyId: string): () => void {
  const router = useRouter();
  const visit = useRef<AbortController | null>(null);
  useEffect(() => () => visit.current?.abort(), []);
  return useCallback(() => {
    visit.current?.abort();
    visit.current = new AbortController();
    const { signal } = visit.current;
    void readAgain(() => answers(studyId, signal), signal).then((there) => there && router.refresh());
  }, [router, studyId]);
}

/** Whether the server itself answers, by what every member may ask and the browser has already. */
async function answers(studyId: string, signal: AbortSignal): Promise<Reading<true>> {
  try {
    const response = await fetch(`/api/studies/${studyId}/names`, { signal });
    const ours = response.headers.get("content-type")?.includes("json") === true;
    // Read to its end, or the browser would not keep it.
    await response.arrayBuffer();
    // That there is no such study any more is an answer too. Signed out, the page would lead to the sign-in.
    if (ours && response.status < 500 && response.status !== 401) return { ok: true, value: true };
  } catch {
    // The network is gone, or the page is left.
  }
  return { ok: false, later: true };
}
