import { cleanText } from "./clean";
import { type Cue, type CueFile, readCues } from "./cues";
import { describe } from "./describe";
import { decideLabels } from "./labels";
import type { LineReading } from "./lines";
import { foldName, LABEL_LIMIT, shortLabel } from "./names";
import { tidyPoints } from "./points";
import {
  type LeftOut,
  NO_CHOICES,
  type ParsedTranscript,
  type ParsedTurn,
  type ParseWarning,
  type SpeakerChoices,
} from "./types";
import { separator, type Voice, voicesOf } from "./voices";

/** A pause after which a new paragraph begins, in milliseconds. */
const PAUSE_MS = 2_000;
/** Nobody reads a paragraph without end: from here on, the next end of a sentence ends it. */
const LONG = 800;
const SENTENCE_END = /[.!?…。！？]["”’」』)）]*$/u;

/**
 * A transcript from WebVTT or SubRip. The text is composed of the cues' words; names and times are
 * not in it: each cue's time is a point where its words begin. Consecutive cues of one speaker are one
 * turn, which keeps the time of the first, and a new paragraph begins where a sentence ends before a
 * pause or in a paragraph that has grown long. Where nobody is named, a cue is not a turn: each
 * paragraph is one.
 */
export function parseCues(raw: string, choices: SpeakerChoices = NO_CHOICES): ParsedTranscript {
  const { text, warnings } = cleanText(raw);
  return parseCueFile(readCues(text), warnings, choices);
}

/** The same from cues that were read already; `before` are the warnings of reading them. */
export function parseCueFile(
  file: CueFile,
  before: readonly ParseWarning[],
  choices: SpeakerChoices,
): ParsedTranscript {
  const cues = file.cues
    .map((cue, index) => ({ cue, index }))
    .sort((a, b) => a.cue.startMs - b.cue.startMs || a.index - b.index);
  const voices = cues.flatMap(({ cue }) => voicesOf(cue));
  const { speakerOf, decision } = decide(voices, choices);
  const { text, turns, places } = compose(voices, speakerOf, choices.unlabelled);
  const at = new Map<Cue, number>();
  voices.forEach(({ cue }, index) => {
    if (!at.has(cue)) at.set(cue, places[index] ?? 0);
  });
  /** Where a cue's words begin; where it has none, the next one's that has. */
  const placeOf = (from: number): number =>
    cues.slice(from, from + 50).flatMap(({ cue }) => at.get(cue) ?? [])[0] ?? text.length;

  const described = describe(text, turns, decision.speakers, choices);
  const warnings: ParseWarning[] = [...before];
  const moved = cues.flatMap(({ index }, place) => (index === place ? [] : [place]));
  if (moved.length > 0)
    warnings.push({ code: "cues_reordered", count: moved.length, at: placeOf(moved[0] ?? 0) });
  if (file.negative > 0) warnings.push({ code: "times_clipped", count: file.negative, at: 0 });
  const long = voices.flatMap(({ label }, index) => ((label?.length ?? 0) > LABEL_LIMIT ? [index] : []));
  if (long.length > 0)
    warnings.push({ code: "labels_shortened", count: long.length, at: places[long[0] ?? 0] ?? 0 });
  const [broken] = file.unreadable;
  if (broken)
    warnings.push({
      code: "cues_unreadable",
      count: file.unreadable.length,
      example: broken.block,
      at: placeOf(cues.findIndex(({ index }) => index === broken.before)),
    });
  const leftOut: LeftOut[] = [];
  if (file.notes > 0) leftOut.push({ kind: "notes", count: file.notes });
  if (file.styles > 0) leftOut.push({ kind: "styles", count: file.styles });
  return {
    text,
    turns,
    points: tidyPoints([...at].map(([{ startMs }, offset]) => ({ at: offset, ms: startMs }))),
    ...described,
    candidates: decision.candidates.map(({ line, ...candidate }) => ({
      ...candidate,
      at: places[line] ?? 0,
    })),
    warnings: [...warnings, ...described.warnings],
    leftOut,
  };
}

/**
 * Which names hold. A voice tag always does. `Name: words` follows the rule of every text (two uses,
 * see labels.ts), unless most cues are written in this way: then one use of a capitalised name is enough.
 */
function decide(voices: readonly Voice[], choices: SpeakerChoices) {
  const written = voices.filter(({ form }) => form === "colon");
  const usual = written.length * 2 > voices.length;
  const surely = voices
    .filter(({ label, form }) => label !== null && (form === "voice" || (usual && isCapitalised(label))))
    .map(({ label }) => shortLabel(label ?? ""));
  const refused = new Set(choices.refuse.map(foldName));
  const accept = [...choices.accept, ...new Set(surely)].filter((label) => !refused.has(foldName(label)));
  const readings = voices.map(
    ({ label }): LineReading => ({
      label: label === null ? null : { label: shortLabel(label), form: "colon", bodyStart: 0, atMs: null },
      time: null,
    }),
  );
  const decision = decideLabels(readings, (index) => voices[index]?.whole ?? "", { ...choices, accept });
  const speakerOf = ({ label, form, words, whole }: Voice): Named => {
    const speaker = label === null ? undefined : decision.speakerOf(shortLabel(label), "colon");
    if (speaker) return { speaker, words };
    // What is no speaker is part of what is said; a tag that is refused names nobody.
    return { speaker: form === "voice" && label !== null ? null : undefined, words: whole };
  };
  return { speakerOf, decision };
}

/** Whose words these are; undefined where the cue does not say, so that the speaker before goes on. */
interface Named {
  speaker: string | null | undefined;
  words: string;
}

/** The text with its turns, and where the words of each voice begin. */
function compose(voices: readonly Voice[], speakerOf: (voice: Voice) => Named, unlabelled: string | null) {
  const places: number[] = [];
  const turns: ParsedTurn[] = [];
  // Pieces with their length: a text of millions of units that grows by a word is copied by every look at it.
  const pieces: string[] = [];
  let length = 0;
  let paragraph = 0;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
    paragraph = piece === "\n" ? 0 : paragraph + piece.length;
  };
  let last: { voice: Voice; words: string } | null = null;
  for (const voice of voices) {
    const { speaker: named, words } = speakerOf(voice);
    const open = turns.at(-1);
    const speaker = named === undefined ? (open?.speaker ?? unlabelled) : named;
    const pause = last !== null && breaks(last.voice, voice, paragraph);
    const goesOn = open !== undefined && open.speaker === speaker && !(speaker === null && pause);
    if (last) add(goesOn && !pause ? separator(last.words, words) : "\n");
    if (!goesOn)
      turns.push({ start: length, bodyStart: length, end: length, speaker, atMs: voice.cue.startMs });
    places.push(length);
    add(words);
    const turn = turns.at(-1);
    if (turn) turn.end = length;
    last = { voice, words };
  }
  if (last) add("\n");
  return { text: pieces.join(""), turns, places };
}

const isCapitalised = (label: string) => label.split(/\s+/u).every((word) => /^[^\p{Ll}]/u.test(word));

/** Whether a new paragraph begins between two cues of one speaker, or of nobody. Parts of one sentence share the id before the last dash. */
function breaks(before: Voice, after: Voice, length: number): boolean {
  const sentence = (voice: Voice) => /^(.{8,})-\d+$/u.exec(voice.cue.id)?.[1];
  const same = sentence(before);
  if (same !== undefined && same === sentence(after)) return false;
  if (!SENTENCE_END.test(before.words)) return after.cue.startMs - before.cue.endMs >= PAUSE_MS * 5;
  return after.cue.startMs - before.cue.endMs >= PAUSE_MS || length >= LONG;
}
