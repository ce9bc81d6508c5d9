import type { Route } from "next";
import type { StudyAction } from "@/lib/access/can";

/** The rooms of a study, in the order of the bar, each with what it takes to enter and its keys. */
export const SECTIONS = [
  { id: "overview", path: "", needs: "study.view", keys: "g o" },
  { id: "transcripts", path: "/transcripts", needs: "transcript.read", keys: "g t" },
  { id: "search", path: "/search", needs: "search.view", keys: "g f" },
  { id: "codebook", path: "/codebook", needs: "study.view", keys: "g b" },
  { id: "compare", path: "/compare", needs: "compare.view", keys: "g c" },
  { id: "excerpts", path: "/excerpts", needs: "excerpts.view", keys: "g e" },
  { id: "people", path: "/people", needs: "people.view", keys: "g p" },
  { id: "guide", path: "/guide", needs: "study.view", keys: "g u" },
  { id: "rounds", path: "/rounds", needs: "rounds.view", keys: "g r" },
  { id: "memos", path: "/memos", needs: "memos.view", keys: "g m" },
  { id: "history", path: "/history", needs: "history.view", keys: "g h" },
  { id: "settings", path: "/settings", needs: "study.view", keys: "g s" },
] as const satisfies readonly { id: string; path: string; needs: StudyAction; keys: string }[];

export type SectionId = (typeof SECTIONS)[number]["id"];

export const HOME = "/studies" as Route;
export const ACCOUNT = "/account" as Route;
export const NEW_STUDY = "/studies/new" as Route;

/** The address of a room of a study, with what follows it. The compiler cannot follow a joined address. */
export function studyRoute(studyId: string, section: SectionId = "overview", rest = ""): Route {
  const path = SECTIONS.find(({ id }) => id === section)?.path ?? "";
  return `/studies/${studyId}${path}${rest}` as Route;
}

/** The room that an address lies in; null for an address that leads nowhere. */
export function sectionOf(pathname: string, studyId: string): SectionId | null {
  const rest = pathname.slice(`/studies/${studyId}`.length);
  const found = SECTIONS.find(({ path }) => rest === path || (path !== "" && rest.startsWith(`${path}/`)));
  return found?.id ?? null;
}

/** The page that says of a transcript that it was erased. */
export function erasedRoute(studyId: string, transcriptId: string): Route {
  return studyRoute(studyId, "transcripts", `/erased/${transcriptId}`);
}
