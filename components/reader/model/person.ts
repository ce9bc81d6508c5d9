import { turnAt } from "./document";
import type { ReaderPerson } from "./frame";
import type { ReaderSession } from "./session";

/** The interviewee who speaks at an offset; the only one of the interview where the speaker is not known. */
export function personAt({ frame, document }: ReaderSession, offset: number): ReaderPerson | null {
  const people = frame.interview?.interviewees ?? [];
  const number = turnAt(document, offset)?.speaker?.intervieweeNumber;
  const speaking = people.find((person) => person.number === number);
  return speaking ?? (people.length === 1 ? (people[0] ?? null) : null);
}
