import { looksAside } from "./asides";
import type { Draft, DraftTurn } from "./draft";
import { readLine } from "./lines";
import { foldName, isNameLike } from "./names";
import { questionNumber } from "./numbered";
import { parseText } from "./parse-text";
import { markedTimeAt } from "./times";
import { NO_CHOICES, type ParsedTranscript, type ReadingChoices } from "./types";

/**
 * A draft as text that `parseText` reads back into the same turns under the choices beside it. Text that
 * has its labels in it already is answered as it is. To other text labels and times are added
 * (`Label: [00:01:02.500] words`), a turn a paragraph; a line of a speech that would be read as something
 * of its own begins with an ideographic space, the mark of a line that goes on. A label that could not be
 * read as one loses what keeps it from it. Speech is exported without blank lines and without blanks at
 * its ends; turns of nobody after somebody's can only be told by their time.
 */
export function exportText(draft: Draft): { text: string; choices: ReadingChoices } {
  const labels = draft.speakers.map(({ label }) => label);
  for (const accept of [labels, []]) {
    for (const unlabelled of [null, ...labels.slice(0, 5)]) {
      const choices = { ...choicesFor(draft, draft.text, labels, accept), unlabelled };
      if (sameTurns(draft, parseText(draft.text, choices))) return { text: draft.text, choices };
    }
  }
  const names = writable(labels);
  const text = draft.turns.map((turn) => written(draft, turn, names)).join("");
  return { text, choices: { ...choicesFor(draft, text, names, names), noMargin: true } };
}

/** What tells the parser who the speakers are, and that nobody else is one. */
function choicesFor(
  draft: Draft,
  text: string,
  names: readonly string[],
  accept: readonly string[],
): ReadingChoices {
  const roles = draft.speakers.map(({ role }, index) => ({ label: names[index] ?? "", role }));
  const join = draft.speakers.flatMap(({ aliases, label }, index) =>
    aliases
      .filter((alias) => foldName(alias) !== foldName(label))
      .map((alias) => ({ label: alias, into: names[index] ?? "" })),
  );
  const choices = { ...NO_CHOICES, accept: [...accept], apart: [...names], roles, join };
  const own = new Set(names.map(foldName));
  const strangers = parseText(text, choices).speakers.filter(({ label }) => !own.has(foldName(label)));
  return { ...choices, refuse: strangers.map(({ label }) => label) };
}

function sameTurns(draft: Draft, parsed: ParsedTranscript): boolean {
  return (
    parsed.text === draft.text &&
    parsed.turns.length === draft.turns.length &&
    parsed.turns.every((turn, index) => {
      const own = draft.turns[index];
      const label = own?.speaker === null || own === undefined ? null : draft.speakers[own.speaker]?.label;
      return (
        own?.start === turn.start &&
        own.bodyStart === turn.bodyStart &&
        own.end === turn.end &&
        own.atMs === turn.atMs &&
        label === turn.speaker
      );
    })
  );
}

/** Labels as they can be read back, each once. */
function writable(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label, index) => {
    const plain = label
      .replace(/[^\p{L}\p{M}\p{N} .'’()（）・-]+/gu, " ")
      .trim()
      .slice(0, 60);
    const name = isNameLike(label) ? label : isNameLike(plain) ? plain : `Speaker ${index + 1}`;
    const once = taken.has(foldName(name)) ? `${name} ${index + 1}` : name;
    taken.add(foldName(once));
    return once;
  });
}

function written(draft: Draft, turn: DraftTurn, names: readonly string[]): string {
  const name = turn.speaker === null ? undefined : names[turn.speaker];
  const time = turn.atMs === null ? "" : `[${clock(turn.atMs)}] `;
  const [first = "", ...rest] = draft.text
    .slice(turn.bodyStart, turn.end)
    .trim()
    .split("\n")
    .filter((line) => line.trim() !== "");
  const lines = rest.map(goingOn);
  if (name === undefined)
    return `${[time + (time === "" ? goingOn(first) : first), ...lines].join("\n")}\n\n`;
  // A speech that begins with a time of its own stands below its label, or the time would be the turn's.
  const opening = time === "" && markedTimeAt(first, 0) ? `\n\u3000${first}` : ` ${time}${first}`;
  return `${[`${name}:${opening}`, ...lines].join("\n")}\n`;
}

/** A line that is read as part of the speech before it. */
function goingOn(line: string): string {
  const { label, time } = readLine(line);
  const itself = label === null && time === null && questionNumber(line) === null && !looksAside(line);
  return itself ? line : `\u3000${line}`;
}

/** `hh:mm:ss.sss`. */
function clock(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const thousandths = String(ms % 1000).padStart(3, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${thousandths}`;
}
