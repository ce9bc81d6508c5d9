import { isNameLike, LABEL_LIMIT } from "./names";
import { knownRole } from "./roles";
import { clockToMs, lineTimeAt, markedTimeAt } from "./times";

/** How a label is written; how many uses make it one depends on this (see labels.ts). */
export type LabelForm =
  /** Bold or alone on its line, with a time beside it: nothing else is written like this. */
  | "stamped"
  | "colon"
  | "bold"
  | "bare-bold"
  | "timed"
  | "mark"
  | "at"
  | "dash"
  | "bracket"
  | "alone"
  | "space";

export interface LineLabel {
  label: string;
  form: LabelForm;
  /** Offset in the line of the speech; the line's length where the label stands alone. */
  bodyStart: number;
  atMs: number | null;
}

export interface LineReading {
  /** What looks like a label. */
  label: LineLabel | null;
  /** A time at the start of the line, and where the words after it begin. */
  time: { ms: number; end: number } | null;
}

/** The label of interviewers who are marked by a dash alone. */
export const DASH_LABEL = "――";

const HEAD = LABEL_LIMIT * 2;
const BLANK = /[ \t\u00a0\u202f\u3000]*/uy;
const STAGE =
  /^(?:inaudible|unintelligible|crosstalk|silence|pause|long pause|laughs?|laughter|laughing|sighs?|coughs?|applause|music|phone rings?|noise|sic|and|笑|笑い|沈黙|聞き取り不能|聴取不能|不明|拍手)/iu;

function afterBlanks(text: string, offset: number): number {
  BLANK.lastIndex = offset;
  return offset + (BLANK.exec(text)?.[0].length ?? 0);
}

/** The speech begins after blanks and after a time that follows the label. */
function labelled(
  line: string,
  label: string,
  form: LabelForm,
  offset: number,
  before: number | null,
): LineLabel {
  let body = afterBlanks(line, offset);
  const time = markedTimeAt(line, body);
  if (time) body = afterBlanks(line, time.end);
  return { label: label.trim(), form, bodyStart: body, atMs: time?.ms ?? before };
}

/** Whether a colon at the offset can end a label: not inside a web address or a time. */
function endsLabel(line: string, colon: number): boolean {
  if (line[colon] === "：") return true;
  const next = line.slice(colon + 1, colon + 3);
  return next === "" || /^[\s\p{L}"'“‘「『(（[\\*]/u.test(next);
}

type Reader = (head: string, line: string, from: number, before: number | null) => LineLabel | null;

const bold: Reader = (head, line, from, before) => {
  const match = /^(\*\*|__)([^*_]{1,100}?)\1/u.exec(head.slice(from));
  if (!match) return null;
  const end = from + match[0].length;
  const [, inside = "", insideTime] =
    /^(.*?)[\s]*(?:\\?\[([\d:.]+)\\?\])?[\s]*[:：]?\s*$/u.exec(match[2] ?? "") ?? [];
  if (!isNameLike(inside)) return null;
  const after = afterBlanks(line, end);
  const colon = /[:：]\s*$/u.test(match[2] ?? "") || /[:：]/u.test(line[after] ?? "");
  const body = /[:：]/u.test(line[after] ?? "") ? after + 1 : after;
  const found = labelled(line, inside, "bold", body, insideTime ? clockToMs(insideTime) : before);
  const timed = insideTime !== undefined || markedTimeAt(line, body) !== null;
  if (timed) return { ...found, form: "stamped" };
  return colon ? found : { ...found, form: "bare-bold" };
};

const mark: Reader = (head, line, from, before) => {
  const match = /^[○〇◯●◎◆◇■□▲△▼▽☆★]([^\u3000:：]{1,80})([\u3000:：]|$)/u.exec(head.slice(from));
  if (!match?.[1] || !isNameLike(match[1])) return null;
  return labelled(line, match[1], "mark", from + match[0].length, before);
};

const at: Reader = (head, line, from, before) => {
  const match = /^[@＠]([^\s:：]{1,80})(?:[\s:：]|$)/u.exec(head.slice(from));
  if (!match?.[1] || !isNameLike(match[1])) return null;
  return labelled(line, match[1], "at", from + match[0].length, before);
};

const dash: Reader = (head, line, from, before) => {
  const match = /^[―—─]{2,}(?=[^―—─\s]|\s+[^―—─\s])/u.exec(head.slice(from));
  return match ? labelled(line, DASH_LABEL, "dash", from + match[0].length, before) : null;
};

const bracket: Reader = (head, line, from, before) => {
  const match = /^(?:\\?\[([^[\]()\\]{1,40})\\?\](?!\()|【([^【】]{1,40})】)[ \t]*[:：]?/u.exec(
    head.slice(from),
  );
  const label = match?.[1] ?? match?.[2];
  if (!match || !label || STAGE.test(label) || !isNameLike(label)) return null;
  return labelled(line, label, "bracket", from + match[0].length, before);
};

/** `Name [00:12]: text`, `Name (00:12) text`, and Otter's `Name  00:12` alone on its line. */
const timed: Reader = (head, line, from) => {
  const start = /\s*(?:\\?\[|[(（#])\s*\d/u.exec(head.slice(from));
  if (start && start.index > 0) {
    const label = head.slice(from, from + start.index);
    const time = markedTimeAt(head, from + start.index + (/^\s*/u.exec(start[0])?.[0].length ?? 0));
    if (time && isNameLike(label)) {
      const after = afterBlanks(line, time.end);
      const colon = /[:：]/u.test(line[after] ?? "");
      return labelled(line, label, colon ? "colon" : "timed", colon ? after + 1 : after, time.ms);
    }
  }
  const alone =
    line.length <= HEAD
      ? /^(.{1,80}?)(?:\t|[ \u00a0]{2,})(\d{1,2}:\d{2}(?::\d{2})?)\s*$/u.exec(line.slice(from))
      : null;
  const ms = alone?.[2] ? clockToMs(alone[2]) : null;
  if (alone?.[1] === undefined || ms === null || !isNameLike(alone[1])) return null;
  return { label: alone[1].trim(), form: "stamped", bodyStart: line.length, atMs: ms };
};

const colon: Reader = (head, line, from, before) => {
  const match = /^([^:：]{1,80})[:：]/u.exec(head.slice(from));
  if (!match?.[1] || !isNameLike(match[1]) || !endsLabel(line, from + match[1].length)) return null;
  return labelled(line, match[1], "colon", from + match[0].length, before);
};

/** A line that is a label and nothing else: only words that name a role, or a name used as a label elsewhere. */
const alone: Reader = (_head, line, from, before) => {
  const rest = line.slice(from, from + LABEL_LIMIT + 1).trim();
  if (line.length - from > LABEL_LIMIT || !isNameLike(rest) || rest.split(/\s+/u).length > 4) return null;
  if (!knownRole(rest) && !/^\p{Lu}|\p{Lo}/u.test(rest)) return null;
  return { label: rest, form: "alone", bodyStart: line.length, atMs: before };
};

/** `村上　text`: counts only in texts whose interviewer is a dash (see labels.ts). */
const space: Reader = (head, line, from, before) => {
  const match = /^([\p{L}\p{N}]{1,10})\u3000(?=\S)/u.exec(head.slice(from));
  if (!match?.[1] || !isNameLike(match[1])) return null;
  return labelled(line, match[1], "space", from + match[0].length, before);
};

const READERS: readonly Reader[] = [bold, mark, at, dash, bracket, timed, colon, alone, space];

/**
 * What stands at the start of one line (without its line break): a time, something that looks like
 * a label, or neither. Offsets are UTF-16 code units into the line. A line that begins with an
 * ideographic space goes on with the speaker before it. Only the first 160 units are looked at, so a
 * line of a megabyte costs no more than a short one.
 */
export function readLine(line: string): LineReading {
  const from = /^[ \t]{0,8}/u.exec(line)?.[0].length ?? 0;
  if (line[from] === "\u3000" || from === line.length) return { label: null, time: null };
  const head = line.slice(0, HEAD);
  const stamp = lineTimeAt(head, from);
  const time = stamp ? { ms: stamp.ms, end: afterBlanks(line, stamp.end) } : null;
  for (const read of READERS) {
    const label = read(head, line, time?.end ?? from, time?.ms ?? null);
    if (label) return { label, time };
  }
  return { label: null, time };
}
