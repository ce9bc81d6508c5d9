import { citation, mayQuote, type Permission, permissionOf } from "@/lib/domain/permission";
import { intersect, overlaps, type Range } from "@/lib/domain/segment";
import type { ReaderDocument, Turn } from "./document";
import type { ReaderPerson } from "./frame";

/** A text as somebody takes words out of it: who is interviewed there, and what is coded. */
export interface TakenFrom {
  document: ReaderDocument;
  people: readonly ReaderPerson[];
  segments: readonly (Range & { permission: Permission | null })[];
}

/** The same, of somebody who may not be told of all that keeps words in: `ask` says it of a range, or null where it cannot be had. */
export interface TakenOnceAsked extends TakenFrom {
  ask: ((range: Range) => Promise<TakenFrom["segments"] | null>) | null;
}

/** One speech, or a part of it, as it may leave: who said it, as far as that may be told. */
export interface TakenTurn {
  /** A label that stands in the text; an interviewee's only where they may be named. */
  label: string | null;
  number: number | null;
  sector: string | null;
  words: string;
}

/** What may leave with a selection: its words, or the permission that keeps them in. */
export type Taken = { ok: true; turns: TakenTurn[] } | { ok: false; permission: Permission };

/**
 * What may go to the clipboard, or be dragged away, of a range of the text (half-open, UTF-16 code units), by
 * the strictest permission of those who speak in it and of the segments that it has a part of. Interviewers'
 * words are the team's own. The words are those of the text, with its pseudonyms, whatever the screen shows
 * in their place; labels are left out of them.
 */
export function takenOf({ document, people, segments }: TakenFrom, range: Range): Taken {
  const turns = document.turns.filter((turn) => overlaps(turn, range));
  const asked = turns.filter(({ speaker }) => speaker?.role === "interviewer");
  const speakers = turns.filter((turn) => !asked.includes(turn)).map((turn) => speakersOf(turn, people));
  // What is no speech is somebody's who was there.
  if (turns.length === 0) speakers.push([...people]);
  const own = segments
    .filter((segment) => overlaps(segment, range))
    .flatMap(({ permission }) => permission ?? []);
  const limits = [
    ...own,
    ...speakers.map((each) =>
      permissionOf(
        each.map(({ permission }) => permission),
        null,
      ),
    ),
  ];
  const permission = limits.length === 0 ? "named" : permissionOf(limits, null);
  if (!mayQuote(permission)) return { ok: false, permission };
  const whole: TakenTurn = {
    label: null,
    number: null,
    sector: null,
    words: document.text.slice(range.start, range.end),
  };
  if (turns.length === 0) return { ok: true, turns: [whole] };
  const taken = turns.flatMap((turn): TakenTurn[] => {
    const words = intersect({ start: turn.bodyStart, end: turn.end }, range);
    if (!words) return [];
    const said = { ...whole, words: document.text.slice(words.start, words.end) };
    const label = turn.speaker?.label ?? null;
    if (asked.includes(turn)) return [{ ...said, label }];
    const [person, ...others] = speakersOf(turn, people);
    if (!person || others.length > 0) return [said];
    const { number: intervieweeNumber, sector } = person;
    const { number, sector: told, name } = citation({ permission, intervieweeNumber, sector, name: label });
    return [{ ...said, label: name, number, sector: told }];
  });
  return { ok: true, turns: taken };
}

/** The same once it has been asked whether anything more keeps the words in; null where that cannot be known now. */
export async function takenOnceAsked(from: () => TakenOnceAsked, range: Range): Promise<Taken | null> {
  const { ask } = from();
  const more = ask ? await ask(range) : [];
  if (!more) return null;
  const now = from();
  return takenOf({ ...now, segments: [...now.segments, ...more] }, range);
}

/** The interviewee who speaks in a turn; all of the interview where that is not known. */
function speakersOf({ speaker }: Turn, people: readonly ReaderPerson[]): ReaderPerson[] {
  const known = people.filter(({ number }) => number === speaker?.intervieweeNumber);
  return known.length > 0 ? known : [...people];
}
