import { sectionOf } from "../routes";

/** How a page is laid out, as far as its address says so. */
export type Shape =
  | "cards"
  | "page"
  | "table"
  | "wide"
  | "find"
  | "list"
  | "rows"
  | "tree"
  | "matrix"
  | "reader";

const OF = {
  overview: "cards",
  transcripts: "wide",
  search: "find",
  codebook: "tree",
  compare: "matrix",
  excerpts: "list",
  people: "table",
  guide: "page",
  rounds: "table",
  memos: "page",
  history: "rows",
  settings: "page",
} as const;

const STUDY = /^\/studies\/([0-9a-f-]{36})/;
const READER = /\/transcripts\/[0-9a-f-]{36}$/;
const OWN_PAGE = /\/(codebook|transcripts|rounds)\/./;

/** The room of a study that an address leads to, and the shape of its page; null where no shape is known. */
export function comingAt(pathname: string): { room: keyof typeof OF | null; shape: Shape } | null {
  if (pathname === "/studies") return { room: null, shape: "cards" };
  const studyId = STUDY.exec(pathname)?.[1];
  const room = studyId ? sectionOf(pathname, studyId) : null;
  if (!room) return null;
  if (READER.test(pathname)) return { room, shape: "reader" };
  return { room, shape: OWN_PAGE.test(pathname) ? "page" : OF[room] };
}
