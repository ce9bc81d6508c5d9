import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import {
  type Beside,
  carriedRedactions,
  carryAlignment,
  carryBeside,
  difference,
  hideAlike,
  type Redacted,
  withoutNames,
} from "@/lib/domain/revision";
import type { Draft } from "@/lib/domain/transcript";
import type { Corrected } from "@/lib/schemas/revisions";
import { prisma } from "@/lib/server/db";
import { alreadyDone, mutate, type Tx } from "@/lib/server/history";
import { lockVersions } from "@/lib/server/locks";
import { rowsOf, type StoredVersion, storedVersion } from "../data/stored";
import { checkDraft } from "./check";
import { makeCurrent, PATIENCE, versionToChange } from "./version";

export interface Correction {
  /** Made by the client: the same event sent twice makes one version. */
  eventId: string;
  transcriptId: string;
  /** The version that was corrected; it must still be the current one. */
  fromVersionId: string;
  /** The id of the version that it makes, where that follows from something; a new one otherwise. */
  versionId?: string;
  draft: Draft;
  /** An edit of the text, or another transcription in its place, which may bring names back. */
  change: "corrected" | "replaced";
  reason: string;
}

/**
 * Stores a new version of a transcript and makes it current: text, speakers, turns, times, passages and
 * pseudonyms, with every segment rebased, in one transaction with its event. What cannot be placed for
 * certain stays on its version and waits in the queue. Passages that the draft does not give are carried
 * over; turns without a number keep the alignment of those that they were.
 *
 * Throws `stale` where another version is current, `invalid` where the draft contradicts itself,
 * `not_found` where an interviewee or a question is not this study's.
 */
export async function correctTranscript(scope: StudyScope, correction: Correction): Promise<Corrected> {
  const { eventId, transcriptId, fromVersionId, versionId, change, reason } = correction;
  return onceAtATime(scope, { id: eventId, transcriptId }, async (tx) => {
    const former = await versionToChange(tx, scope, transcriptId, fromVersionId);
    await checkDraft(tx, scope, former.interviewId, correction.draft);
    const from = await storedVersion(rowsOf.tx(tx), former.id);
    const { draft, redactions } = completed(correction, from, former.pairId !== null);
    const next = { transcriptId, versionId, from, former, draft, redactions, change, reason };
    return makeCurrent(tx, scope, next);
  });
}

/** A draft with what the version before has and the draft leaves open, and without the names that are hidden. */
function completed(
  { draft: given, change }: Correction,
  from: StoredVersion,
  paired: boolean,
): { draft: Draft; redactions: Redacted["redactions"] } {
  const edits = difference(from.text, given.text);
  const bare = paired ? { ...given, turns: carryAlignment(given.turns, from.turns, edits) } : given;
  const asked = new Set(given.passages.map(({ questionId }) => questionId));
  const former = carryBeside({ turns: [], points: [], passages: from.passages }, edits).passages;
  const kept =
    given.passages.length === 0
      ? former
      : former.filter((each) => each.byHand && !asked.has(each.questionId));
  const draft: Draft = { ...bare, passages: [...given.passages, ...kept] };
  if (change === "corrected") return { draft, redactions: carriedRedactions(from, draft.text) };
  const hidden = hideAlike(from, { text: draft.text, redactions: [] });
  const names = namesIn(from);
  const speakers = draft.speakers.map((speaker) => ({
    ...speaker,
    label: withoutNames(speaker.label, names),
    aliases: speaker.aliases.map((alias) => withoutNames(alias, names)),
  }));
  return { draft: { ...rewritten(draft, hidden), speakers }, redactions: hidden.redactions };
}

/** The names that a text hides, each with its pseudonym. */
function namesIn({ text, redactions }: Redacted): Map<string, string> {
  return new Map(redactions.map(({ start, end, original }) => [original, text.slice(start, end)]));
}

/** A draft after its text was edited: everything beside it goes along. */
export function rewritten<D extends Draft>(
  draft: D,
  { text, edits }: { text: string; edits: Parameters<typeof carryBeside>[1] },
): D {
  const beside: Beside<D["turns"][number], D["points"][number], D["passages"][number]> = draft;
  return { ...draft, text, ...carryBeside(beside, edits) };
}

/**
 * One change of a transcript's version at a time, and each event once: a second sending that waited for
 * the first finds another version current, and is answered with the first's outcome.
 */
export async function onceAtATime(
  scope: StudyScope,
  { id, transcriptId, also = [] }: { id: string; transcriptId: string; also?: readonly string[] },
  work: (tx: Tx) => Promise<Corrected>,
): Promise<Corrected> {
  const event = { id, kind: "transcript.correct", transcriptId };
  try {
    return await mutate<Corrected>(
      scope,
      event,
      async (tx) => {
        await lockVersions(tx, [transcriptId, ...also]);
        return { after: await work(tx) };
      },
      PATIENCE,
    );
  } catch (error) {
    if (!(error instanceof AppError && error.code === "stale")) throw error;
    const first = await alreadyDone(prisma(), scope, event);
    if (!first) throw error;
    return first.after as Corrected;
  }
}
