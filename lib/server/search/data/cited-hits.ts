import "server-only";
import { type Permission, stricter } from "@/lib/domain/permission";
import { CONTEXT, type InContext, inContext } from "@/lib/domain/search";
import type { Range } from "@/lib/domain/segment";
import { showsNumber } from "@/lib/server/compare/data";
import { type Cited, type Context, type ExcerptFrame, turnAt } from "@/lib/server/excerpts/data";
import type { Found } from "./hits";

/** A hit with whose words it is, and how it may be cited. */
export interface CitedHit extends Cited {
  context: InContext;
  /** Undefined for an interviewee, who is named as far as they may be. */
  speaker: string | undefined;
}

interface Around {
  frame: ExcerptFrame;
  contexts: ReadonlyMap<string, Context>;
  own: (versionId: string, range: Range) => Permission | null;
}

/** All of a text, whoever speaks. */
const WHOLE = { start: 0, end: Number.MAX_SAFE_INTEGER };

/**
 * The hits of a stretch. What interviewers and others say tells of the interview, so it is cited as everybody is who
 * speaks in it. What stands around a hit is left out where it may be cited less freely than the hit itself.
 */
export function citedHits({ row, exact }: Found, { frame, contexts, own }: Around): CitedHit[] {
  const { versionId } = row;
  const transcript = frame.transcripts.find((each) => each.versionId === versionId);
  const context = contexts.get(versionId);
  if (!transcript || !context || !exact) return [];
  return exact.hits.map((hit) => {
    const range = { start: row.start + hit.start, end: row.start + hit.end };
    const wide = {
      start: Math.max(row.start, range.start - CONTEXT),
      end: Math.min(row.end, range.end + CONTEXT),
    };
    const spoken = context.voices({ ...range, permission: own(versionId, range) });
    const everybody = spoken.intervieweeIds.length === 0 && !spoken.unknown;
    const { intervieweeIds, permission } = everybody
      ? context.voices({ ...WHOLE, permission: own(versionId, range) })
      : spoken;
    const around = own(versionId, wide);
    const shown = inContext(exact.words, hit);
    const kept = around !== null && stricter(around, permission) !== permission;
    const passage = context.question(range);
    const turn = turnAt(context.turns, range.start);
    return {
      row: range,
      transcript,
      people: intervieweeIds.flatMap((id) => frame.people.get(id) ?? []).sort((a, b) => a.number - b.number),
      permission,
      numbered: showsNumber(permission),
      question: (passage && frame.questions.get(passage.questionId)) ?? null,
      turn,
      context: kept ? { ...shown, before: "", after: "" } : shown,
      speaker: everybody ? speakerOf(turn?.role, permission === "named" ? turn?.label : null) : undefined,
    };
  });
}

/** Who says what no interviewee does; a label may be a name. */
function speakerOf(role: string | undefined, label: string | null | undefined): string {
  return label ?? (role === "interviewer" ? "Interviewer" : "");
}
