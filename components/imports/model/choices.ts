import { NO_CHOICES } from "@/lib/domain/transcript";
import type { BatchChoices, BatchPlace, ImportChoices } from "@/lib/schemas/imports";
import { TITLE_LIMIT } from "@/lib/schemas/transcripts";
import { interviewByName } from "./match";

export const NO_READING: ImportChoices["reading"] = {
  ...NO_CHOICES,
  columns: null,
  joinTurns: false,
  keep: [],
};

/** A file's name without folders and ending, as a first title. */
export const titleOf = (name: string) =>
  (name.split("/").at(-1) ?? name)
    .replace(/\.[A-Za-z0-9]{1,8}$/u, "")
    .replace(/[_\s]+/gu, " ")
    .trim()
    .slice(0, TITLE_LIMIT)
    .toWellFormed() || name.slice(0, TITLE_LIMIT).toWellFormed();

/** What holds for a file that nobody has chosen anything for: the batch's choices, and what its name says. */
export function defaultChoices(name: string, batch: BatchChoices | null, place: BatchPlace): ImportChoices {
  const kind = batch?.kind ?? "interview";
  return {
    title: titleOf(name),
    language: null,
    encoding: null,
    reading: NO_READING,
    publisher: "",
    date: null,
    interviewees: [],
    questions: true,
    passages: null,
    bothLanguages: false,
    pairWith: null,
    known: [],
    ...batch,
    kind,
    interviewId: kind === "interview" ? interviewByName(name, place) : null,
  };
}

/** Which of a file's choices serve others: how it is written and who speaks, but not who was interviewed. */
export function forBatch(choices: ImportChoices): BatchChoices {
  const { language, encoding, reading, kind, publisher, questions, bothLanguages } = choices;
  return { language, encoding, reading, kind, publisher, questions, bothLanguages };
}

/** Choices after a change: another reading has other turns, so passages that were set by hand are matched anew. */
export function changed(choices: ImportChoices, changes: Partial<ImportChoices>): ImportChoices {
  const anew = changes.reading && changes.reading.columns !== choices.reading.columns;
  return { ...choices, ...changes, ...(anew ? { passages: null } : {}) };
}
