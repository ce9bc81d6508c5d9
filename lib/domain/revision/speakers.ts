import { type Draft, type DraftSpeaker, foldName, type ParsedTurn } from "../transcript";
import type { TextEdit } from "./difference";

/** A speaker of one text who is one of another text of the same talk, under another label. */
export interface SameSpeaker {
  label: string;
  into: string;
}

type Turn = Pick<ParsedTurn, "bodyStart" | "end" | "speaker">;

interface Spoken {
  /** Ascending and disjoint; half-open UTF-16 code units. */
  turns: readonly Turn[];
  speakers: readonly { label: string }[];
}

/** Fewer code units than these in common say nothing about who spoke them. */
const LEAST = 12;

/**
 * Who of the newer text is who of the older one: by label, folded; else by the words, if more than half of
 * those that both texts have of a speaker are one speaker's in the older text. `edits` lead from the older
 * text to the newer one. Speakers who have the very same label, and those who are nobody's like, are left
 * out.
 */
export function sameSpeakers(from: Spoken, to: Spoken, edits: readonly TextEdit[]): SameSpeaker[] {
  const known = new Map(from.speakers.map(({ label }) => [foldName(label), label]));
  const shared = sharedWords(from.turns, to.turns, edits);
  return to.speakers.flatMap(({ label }) => {
    const into = known.get(foldName(label)) ?? mostOf(shared.get(label));
    return into === undefined || into === label ? [] : [{ label, into }];
  });
}

type Counts = Map<string, number>;

/** For each speaker of the newer text: how many code units that were kept are whose in the older text. */
function sharedWords(
  from: readonly Turn[],
  to: readonly Turn[],
  edits: readonly TextEdit[],
): Map<string, Counts> {
  const shared = new Map<string, Counts>();
  const last = Math.max(from.at(-1)?.end ?? 0, edits.at(-1)?.end ?? 0);
  let [old, now, at, shift] = [0, 0, 0, 0];
  const kept = (end: number) => {
    while (at < end) {
      while ((from[old]?.end ?? Number.POSITIVE_INFINITY) <= at) old += 1;
      while ((to[now]?.end ?? Number.POSITIVE_INFINITY) <= at + shift) now += 1;
      const [a, b] = [from[old], to[now]];
      if (!a || !b) return;
      const start = Math.max(at, a.bodyStart, b.bodyStart - shift);
      const until = Math.min(end, a.end, b.end - shift);
      if (start < until && a.speaker !== null && b.speaker !== null) {
        const counts: Counts = shared.get(b.speaker) ?? new Map();
        counts.set(a.speaker, (counts.get(a.speaker) ?? 0) + until - start);
        shared.set(b.speaker, counts);
      }
      at = until;
    }
  };
  for (const { start, end, insert } of edits) {
    kept(start);
    at = end;
    shift += insert.length - (end - start);
  }
  kept(last);
  return shared;
}

function mostOf(counts: Counts | undefined): string | undefined {
  const [most] = [...(counts ?? [])].sort(([, a], [, b]) => b - a);
  const all = [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  return most && most[1] >= LEAST && most[1] * 2 > all ? most[0] : undefined;
}

/**
 * A draft with some of its speakers under other labels. Those who come to have one label are one speaker:
 * with the role of the first, and every label as an alias.
 */
export function calledAs<D extends Draft>(draft: D, names: readonly SameSpeaker[]): D {
  if (names.length === 0) return draft;
  const labels = new Map(names.map(({ label, into }) => [foldName(label), into]));
  const speakers: DraftSpeaker[] = [];
  const places = draft.speakers.map((speaker) => {
    const label = labels.get(foldName(speaker.label)) ?? speaker.label;
    const known = speakers.findIndex((each) => each.label === label);
    const former = speakers[known];
    const aliases = new Set([...(former?.aliases ?? []), ...speaker.aliases, speaker.label]);
    aliases.delete(label);
    const intervieweeId = former?.intervieweeId ?? speaker.intervieweeId;
    const called = { ...(former ?? speaker), label, aliases: [...aliases], intervieweeId };
    if (known < 0) return speakers.push(called) - 1;
    speakers[known] = called;
    return known;
  });
  const turns = draft.turns.map((turn) => ({
    ...turn,
    speaker: turn.speaker === null ? null : (places[turn.speaker] ?? null),
  }));
  return { ...draft, speakers, turns };
}
