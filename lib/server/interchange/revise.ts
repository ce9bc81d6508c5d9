import "server-only";
import { randomUUID } from "node:crypto";
import {
  type MovedSegments,
  movedSegments,
  nextText,
  proposedPlaces,
  quotesWithoutNames,
} from "@/lib/domain/revision";
import {
  type Draft,
  type DraftSpeaker,
  draftFault,
  jsonPieces,
  sizeOf,
  textRows,
} from "@/lib/domain/transcript";
import {
  type Proposed,
  Proposing,
  type Revised,
  type RevisedRows,
  Revising,
  redactedOf,
  segmentsOf,
  stepOf,
  textsOf,
  versionOf,
} from "@/lib/schemas/revising";

export interface Revision {
  revised: Revised;
  /** What is to be written once the version and its speakers are; made as it is taken. */
  rows: Iterable<RevisedRows>;
}

/** What a version becomes by a step: the text with all beside it, and every segment moved or left. */
export function revise(about: unknown): Revision {
  const { language, paired, ...given } = Revising.parse(about);
  const from = versionOf(given.from);
  const step = stepOf(given.step);
  const { draft, redactions } = nextText(from, step, { speakers: given.speakers, paired });
  const fault = draftFault(draft);
  if (fault) return { revised: { ok: false, fault }, rows: [] };
  const to = { text: draft.text, redactions };
  const textOf = textsOf([
    [given.from.id, from],
    ...given.older.map((version) => [version.id, redactedOf(version)] as const),
  ]);
  const moved = movedSegments(segmentsOf(given.segments), given.from.id, textOf, to);
  // A name that was hidden before has gone from what waits; only one that is hidden now may stand there.
  const names = step.kind === "hide" || step.kind === "unhide";
  const requoted = names ? quotesWithoutNames(moved.left, textOf, to) : [];
  const speakers = withIds(draft.speakers, given.speakers);
  const { placed, queued } = moved;
  return {
    revised: {
      ok: true,
      length: draft.text.length,
      size: sizeOf({ ...draft, language }),
      speakers,
      redactions: [...redactions],
      placed,
      queued,
    },
    rows: rowsOf(draft, speakers, moved, requoted),
  };
}

function withIds(
  speakers: readonly DraftSpeaker[],
  known: readonly (DraftSpeaker & { id: string })[],
): (DraftSpeaker & { id: string })[] {
  const ids = new Map(known.map(({ id, label }) => [label, id]));
  return speakers.map((speaker) => ({ ...speaker, id: ids.get(speaker.label) ?? randomUUID() }));
}

function* rowsOf(
  draft: Draft,
  speakers: readonly { id: string }[],
  { shifted, renewed }: MovedSegments,
  requoted: readonly object[],
): Generator<RevisedRows> {
  const ids = speakers.map(({ id }) => id);
  yield* textRows(draft, ids, randomUUID);
  for (const json of jsonPieces(shifted, (row) => row)) yield { kind: "Shifted", json };
  for (const json of jsonPieces(renewed, (row) => row)) yield { kind: "Renewed", json };
  for (const json of jsonPieces(requoted, (row) => row)) yield { kind: "Requoted", json };
}

/** Where segments that wait most likely belong. */
export function propose(about: unknown): Proposed {
  const { to, older, ranges } = Proposing.parse(about);
  const textOf = textsOf(older.map((version) => [version.id, redactedOf(version)] as const));
  return proposedPlaces(ranges, textOf, redactedOf(to));
}
