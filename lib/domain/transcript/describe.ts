import type { SpeakerNames } from "./labels";
import { guessLanguage } from "./language";
import { foldName } from "./names";
import { guessRoles } from "./roles";
import { timesIn } from "./times";
import type { ParsedSpeaker, ParsedTurn, ParseWarning, SpeakerChoices } from "./types";

interface Description {
  speakers: ParsedSpeaker[];
  language: string;
  warnings: ParseWarning[];
}

/** Speakers with their counts and roles, the language, and what a person should know, from turns. */
export function describe(
  text: string,
  turns: readonly ParsedTurn[],
  names: ReadonlyMap<string, SpeakerNames>,
  choices: SpeakerChoices,
): Description {
  const speeches = new Map<string, string[]>();
  for (const turn of turns) {
    if (turn.speaker === null) continue;
    const list = speeches.get(turn.speaker) ?? [];
    list.push(text.slice(turn.bodyStart, turn.end));
    speeches.set(turn.speaker, list);
  }
  const roles = guessRoles(speeches);
  const chosen = new Map(choices.roles.map(({ label, role }) => [foldName(label), role]));
  const speakers = [...speeches].map(([label, spoken]): ParsedSpeaker => {
    const role = chosen.get(foldName(label)) ?? roles.get(label) ?? "other";
    const characters = spoken.reduce((sum, speech) => sum + countCharacters(speech), 0);
    return { label, aliases: names.get(label)?.aliases ?? [], role, turns: spoken.length, characters };
  });
  return { speakers, language: languageOf(text, speeches, speakers), warnings: warn(turns, speakers) };
}

/** Code points that are not white space, and not part of a time that stands within the words. */
export function countCharacters(text: string): number {
  let count = letters(text, 0, text.length);
  for (const { start, end } of timesIn(text)) count -= letters(text, start, end);
  return count;
}

/** By code unit, since a text may have ten million of them. */
function letters(text: string, from: number, to: number): number {
  let count = 0;
  for (let offset = from; offset < to; offset++) {
    const unit = text.charCodeAt(offset);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (!isLow && !isBlank(unit)) count++;
  }
  return count;
}

const WIDE_BLANKS = new Set([0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);
/** White space as in regular expressions. */
const isBlank = (unit: number) =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  (unit >= 0xa0 && WIDE_BLANKS.has(unit));

/** The language that interviewees answer in; questions may stand in two. */
function languageOf(
  text: string,
  speeches: ReadonlyMap<string, readonly string[]>,
  speakers: readonly ParsedSpeaker[],
): string {
  const answers = speakers
    .filter(({ role }) => role === "interviewee")
    .flatMap(({ label }) => speeches.get(label) ?? []);
  return guessLanguage(answers.join("\n") || text);
}

function warn(turns: readonly ParsedTurn[], speakers: readonly ParsedSpeaker[]): ParseWarning[] {
  const [first] = turns;
  if (!first) return [];
  if (speakers.length === 0) return [{ code: "no_speakers", count: turns.length, at: first.start }];
  const warnings: ParseWarning[] = [];
  if (speakers.length === 1)
    warnings.push({ code: "one_speaker", count: 1, example: speakers[0]?.label ?? "" });
  const before = turns.findIndex(({ speaker }) => speaker !== null);
  if (before > 0) warnings.push({ code: "before_first_speaker", count: before, at: first.start });
  return warnings;
}
