import "server-only";
import { can, type StudyAction } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { changesOf, type Forgetting, type RowChange, type Table } from "@/lib/domain/history";

/** How an event is taken back: codings as they were, the codebook, passages, a restore, what a search found and coded, or rows. */
export type Way = "coding" | "codebook" | "passages" | "restore" | "found" | "rows";

/** What it takes to change a row. */
const NEEDS: Record<Table, StudyAction> = {
  study: "study.edit",
  sector: "people.edit",
  attribute: "people.edit",
  interviewee: "people.edit",
  values: "people.edit",
  interview: "people.edit",
  cluster: "guide.edit",
  question: "guide.edit",
  memo: "memos.view",
  round: "rounds.edit",
  assignment: "rounds.edit",
  search: "search.save",
  example: "codebook.edit",
};

interface Event {
  kind: string;
  transcriptId: string | null;
  actorId: string;
  before: unknown;
  after: unknown;
  /** Why it is not whole any more; null where it is. */
  forgotten: Forgetting | null;
}

/**
 * How the member may take an event back; null where they may not, or where it is of a kind that is not taken
 * back. One's own needs what it took to do it; others' work is for those who may restore. A memo's words are
 * its author's alone.
 */
export function wayBack(scope: StudyScope, event: Event): Way | null {
  const { role, userId, studyId } = scope;
  const own = event.actorId === userId;
  if (!own && !can(role, "history.restore")) return null;
  // What it held is gone for good, or a part of that.
  if (event.forgotten !== null) return null;
  const { kind } = event;
  // A part goes back with the whole.
  if (kind === "coding.restore" || kind === "coding.search" || kind === "coding.codebook") return null;
  if (kind === "search.code") return can(role, "coding.write") ? "found" : null;
  if (kind.startsWith("coding.")) return can(role, "coding.write") ? "coding" : null;
  // What a change of the codebook did in a transcript goes back with the change.
  if (kind.startsWith("code."))
    return event.transcriptId === null && can(role, "codebook.edit") && scope.codebookStudyId === studyId
      ? "codebook"
      : null;
  if (kind === "history.restore") return can(role, "history.restore") ? "restore" : null;
  if (kind.startsWith("passage.")) return can(role, "transcript.correct") ? "passages" : null;
  const changes = changesOf({ ...event, studyId });
  return changes?.every((change) => mayChange(scope, own, change)) ? "rows" : null;
}

function mayChange({ role, studyId, guideStudyId }: StudyScope, own: boolean, change: RowChange): boolean {
  const { table } = change;
  // That something is done, its coder alone says.
  if (table === "assignment" && change.before && change.after) return own && can(role, "rounds.view");
  if (!can(role, NEEDS[table])) return false;
  if (table === "cluster" || table === "question") return guideStudyId === studyId;
  if (table !== "memo") return true;
  const words = change.before?.text === change.after?.text;
  return own || words;
}
