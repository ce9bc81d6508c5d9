"use client";

import { useRouter } from "next/navigation";
import { useLive } from "@/components/live/context";
import { erasedRoute } from "@/components/shell/routes";
import { TRANSCRIPT_ERASED } from "@/lib/access/errors";
import { erasing } from "./erasing";

/** Leads whoever has a page of a transcript open to the one that says so, as soon as somebody erases it. */
export function WatchErased({ studyId, transcriptId }: { studyId: string; transcriptId: string }): null {
  const router = useRouter();
  const lead = () => router.replace(erasedRoute(studyId, transcriptId));
  const go = () => {
    if (erasing.has(transcriptId)) return;
    // Without a network the browser would put an error of its own in the place of what is here.
    if (navigator.onLine) lead();
    else window.addEventListener("online", lead, { once: true });
  };
  useLive({
    events: (events) =>
      events.some((event) => event.erased === true && event.transcriptId === transcriptId) && go(),
    // What was missed may be just that.
    anew: () => void isErased(transcriptId).then((erased) => erased && go()),
  });
  return null;
}

async function isErased(transcriptId: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/transcripts/${transcriptId}/text`);
    if (response.status !== 404) {
      await response.body?.cancel();
      return false;
    }
    const { error } = (await response.json()) as { error?: { detail?: string } };
    return error?.detail === TRANSCRIPT_ERASED;
  } catch {
    return false;
  }
}
