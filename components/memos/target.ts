import type { Route } from "next";
import { studyRoute } from "@/components/shell/routes";
import type { MemoAbout, MemoTarget, MemoThread } from "@/lib/schemas/memos";

/** The row that a target is; the study itself where it is that. */
export const idOf = (target: MemoTarget): string => ("id" in target ? target.id : target.studyId);

/** Where a thread's subject is to be seen. */
export function placeOf(studyId: string, { about, of, transcriptId }: MemoThread): Route {
  const places: Record<MemoAbout, () => Route> = {
    study: () => studyRoute(studyId),
    transcript: () => studyRoute(studyId, "transcripts", `/${of}`),
    segment: () => segmentPlace(studyId, transcriptId ?? "", of),
    code: () => studyRoute(studyId, "codebook", `?code=${of}`),
    interviewee: () => studyRoute(studyId, "people"),
  };
  return places[about]();
}

export function segmentPlace(studyId: string, transcriptId: string, segmentId: string): Route {
  return studyRoute(studyId, "transcripts", `/${transcriptId}?segment=${segmentId}`);
}
