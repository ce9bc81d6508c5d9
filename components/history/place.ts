import type { Route } from "next";
import { studyRoute } from "@/components/shell/routes";
import type { HistoryRow } from "@/lib/schemas/history";

/** Where what an event is about is to be seen; null where there is no such place. */
export function placeOf(studyId: string, { kind, transcript, segmentId, codes }: HistoryRow): Route | null {
  if (transcript)
    return studyRoute(studyId, "transcripts", `/${transcript.id}${segmentId ? `?segment=${segmentId}` : ""}`);
  const [group] = kind.split(".");
  switch (group) {
    case "code":
    case "example":
      return studyRoute(studyId, "codebook", codes[0] ? `?code=${codes[0].id}` : "");
    case "memo":
      return studyRoute(studyId, "memos");
    case "sector":
    case "interviewee":
    case "interview":
    case "attribute":
      return studyRoute(studyId, "people");
    case "guide":
    case "cluster":
    case "question":
      return studyRoute(studyId, "guide");
    case "search":
      return studyRoute(studyId, "search");
    case "study":
    case "member":
    case "invitation":
      return studyRoute(studyId, "settings");
    default:
      return null;
  }
}
