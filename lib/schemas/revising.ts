import { z } from "zod";
import type { Redacted, StandingSegment, VersionStep, VersionText } from "@/lib/domain/revision";
import { DRAFT_FAULTS, STORED_KINDS } from "@/lib/domain/transcript";
import { WholeDraft } from "./drafts";

const offset = z.int().min(0);
const whole = z.int().nullable();
const Place = z.object({ start: offset, end: offset });
const Redactions = z.array(Place.extend({ original: z.string() }));
const Turns = z.array(z.tuple([offset, offset, offset, z.uuid().nullable(), whole, whole]));
const { turns: DraftTurns, speakers: Speakers, points: Points, passages: Passages } = WholeDraft.shape;
const Segments = z.array(z.tuple([z.uuid(), z.uuid(), z.uuid(), offset, offset, z.boolean()]));

/** The text of a version and what it hides, as the database writes it: JSON, which only whoever works on it takes apart. */
export const RedactedJson = z.object({ id: z.uuid(), text: z.string(), redactions: z.string() });
export type RedactedJson = z.infer<typeof RedactedJson>;

export function redactedOf({ text, redactions }: RedactedJson): Redacted {
  return { text, redactions: Redactions.parse(JSON.parse(redactions)) };
}

/** A version with all that stands beside its text. Of a turn: start, start of the speech, end, speaker, milliseconds, alignment. */
export const VersionJson = RedactedJson.extend({
  turns: z.string(),
  points: z.string(),
  passages: z.string(),
});
export type VersionJson = z.infer<typeof VersionJson>;

export function versionOf(json: VersionJson): VersionText {
  return {
    ...redactedOf(json),
    turns: Turns.parse(JSON.parse(json.turns)).map(([start, bodyStart, end, speakerId, atMs, align]) => ({
      ...{ start, bodyStart, end, speakerId, atMs, align },
    })),
    points: Points.parse(JSON.parse(json.points)),
    passages: Passages.parse(JSON.parse(json.passages)),
  };
}

/** A step (see lib/domain/revision/next.ts); the version that is brought back is still JSON. */
export const StepJson = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("edit"),
    edits: z.array(Place.extend({ insert: z.string() })),
    turns: DraftTurns,
    speakers: Speakers,
  }),
  z.object({ kind: z.literal("draft"), draft: WholeDraft, another: z.boolean() }),
  z.object({ kind: z.literal("restore"), older: VersionJson }),
  z.object({ kind: z.literal("hide"), marks: z.array(Place.extend({ pseudonym: z.string() })) }),
  z.object({ kind: z.literal("unhide"), starts: z.array(offset) }),
]);
export type StepJson = z.input<typeof StepJson>;

export function stepOf(step: z.output<typeof StepJson>): VersionStep {
  return step.kind === "restore" ? { ...step, older: versionOf(step.older) } : step;
}

/** All that a version's successor follows from. */
export const Revising = z.object({
  from: VersionJson,
  step: StepJson,
  /** BCP 47. */
  language: z.string(),
  paired: z.boolean(),
  speakers: z.array(Speakers.element.extend({ id: z.uuid() })),
  /** JSON: id, version, coder, start, end, and whether it is deleted; the older first. */
  segments: z.string(),
  /** The versions besides `from` on which some of them stand. */
  older: z.array(RedactedJson),
});
export type Revising = z.input<typeof Revising>;

export function segmentsOf(json: string): StandingSegment[] {
  return Segments.parse(JSON.parse(json)).map(([id, versionId, coderId, start, end, deleted]) => ({
    ...{ id, versionId, coderId, start, end, deleted },
  }));
}

/** What is written of a version that follows, besides what is written of any: segments that move, and quotes that lose a name. */
export const REVISED_KINDS = [...STORED_KINDS, "Shifted", "Renewed", "Requoted"] as const;
export interface RevisedRows {
  kind: (typeof REVISED_KINDS)[number];
  /** A JSON array of objects with the names of the columns. */
  json: string;
}

/** The version that follows, as a whole. */
export const Revised = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    length: offset,
    size: z.object({ spoken: offset, spokenByInterviewees: offset }),
    /** With the ids under which turns name them: of those that the transcript has by the same label, or new ones. */
    speakers: z.array(Speakers.element.extend({ id: z.uuid() })),
    redactions: Redactions,
    placed: offset,
    queued: offset,
  }),
  z.object({ ok: z.literal(false), fault: z.enum(DRAFT_FAULTS) }),
]);
export type Revised = z.infer<typeof Revised>;

/** Segments of older versions, to be proposed a place in the current one. */
export const Proposing = z.object({
  to: RedactedJson,
  older: z.array(RedactedJson),
  ranges: z.array(Place.extend({ versionId: z.uuid() })),
});
export type Proposing = z.infer<typeof Proposing>;

/** A place for each of them, in their order. */
export const Proposed = z.array(
  Place.extend({ before: z.string(), quote: z.string(), after: z.string(), score: z.number() }).nullable(),
);
export type Proposed = z.infer<typeof Proposed>;

/** The texts of versions by their ids. Asking for another is a misuse, and throws `RangeError`. */
export function textsOf(texts: Iterable<readonly [string, Redacted]>): (versionId: string) => Redacted {
  const byId = new Map(texts);
  return (versionId) => {
    const text = byId.get(versionId);
    if (!text) throw new RangeError(`no text is given of the version ${versionId}`);
    return text;
  };
}
