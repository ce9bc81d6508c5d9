import type { ParsedPassage, ParsedTranscript } from "@/lib/domain/transcript";

/** What a person corrects of the questions that were recognised; `start` is that of the turn that asks. */
export type PassageEdit =
  | { is: "set"; start: number; questionId: string }
  | { is: "remove"; start: number }
  | { is: "answered"; start: number; answered: boolean };

type Parsed = Pick<ParsedTranscript, "turns" | "speakers">;

/** A question at the turn that asks it. */
interface Mark {
  questionId: string;
  start: number;
  /** As a person says; null where an interviewee's words after it decide. */
  answered: boolean | null;
}

/**
 * The passages after a correction: each goes from the turn that asks to the end of the last turn before
 * the next, ascending and disjoint. Whether a question is answered follows from who speaks in it, except
 * where a person has said otherwise.
 */
export function editPassages(
  parsed: Parsed,
  passages: readonly ParsedPassage[],
  edit: PassageEdit,
): ParsedPassage[] {
  const plain = passages.map(({ questionId, start }): Mark => ({ questionId, start, answered: null }));
  const natural = new Map(passagesOf(parsed, plain).map(({ start, answered }) => [start, answered]));
  const marks = passages.map(({ questionId, start, answered }): Mark => {
    const said = natural.get(start) !== answered;
    return { questionId, start, answered: said ? answered : null };
  });
  return passagesOf(parsed, edited(marks, edit));
}

function edited(marks: readonly Mark[], edit: PassageEdit): Mark[] {
  const others = marks.filter(({ start }) => start !== edit.start);
  if (edit.is === "remove") return others;
  if (edit.is === "set")
    return [...others, { questionId: edit.questionId, start: edit.start, answered: null }];
  return marks.map((mark) => (mark.start === edit.start ? { ...mark, answered: edit.answered } : mark));
}

function passagesOf({ turns, speakers }: Parsed, marks: readonly Mark[]): ParsedPassage[] {
  const roles = new Map(speakers.map(({ label, role }) => [label, role]));
  const byTurn = new Map(marks.map((mark) => [mark.start, mark]));
  const passages: ParsedPassage[] = [];
  let said: boolean | null = null;
  for (const { start, bodyStart, end, speaker } of turns) {
    const mark = byTurn.get(start);
    const open = passages.at(-1);
    if (mark) {
      said = mark.answered;
      passages.push({ questionId: mark.questionId, start, end, answered: said ?? false });
    } else if (open) {
      open.end = end;
      const spoken = speaker !== null && roles.get(speaker) === "interviewee" && end > bodyStart;
      if (said === null && spoken) open.answered = true;
    }
  }
  return passages;
}
