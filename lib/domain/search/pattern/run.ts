import type { Range } from "../../segment";
import type { Program, Step } from "./program";

/** A way through the program that is still open, and where in the text it began. Ways are in the order of preference. */
interface Ways {
  steps: number[];
  starts: number[];
}

/** What JavaScript's \b takes for letters, case apart. */
const isLetter = (codePoint: number) =>
  (codePoint >= 48 && codePoint <= 57) ||
  (codePoint >= 65 && codePoint <= 90) ||
  (codePoint >= 97 && codePoint <= 122) ||
  codePoint === 95 ||
  codePoint === 0x17f ||
  codePoint === 0x212a;
const isBreak = (codePoint: number) =>
  codePoint === 10 || codePoint === 13 || codePoint === 0x2028 || codePoint === 0x2029;
/** Beyond the ends of the text. */
const NOTHING = -1;
/** Characters between two looks at the time. */
const WATCHED = 4_096;

/**
 * Where the program finds something in `text`: the leftmost, of those the one that JavaScript prefers; then
 * the next after it, and so on. Half-open, in UTF-16 code units, in order, without overlaps, none empty.
 * Follows all ways at once (K. Thompson 1968; R. Cox 2007, "Regular Expression Matching Can Be Simple And
 * Fast"): no expression takes more than steps × characters from one find to the next. `watch` is called now
 * and then, and may throw to end it.
 */
export function runPattern(program: Program, text: string, watch?: () => void): Range[] {
  const found: Range[] = [];
  const begins = beginsOf(program);
  for (let from = 0; from < text.length; ) {
    const next = findFrom(program, begins, text, from, watch);
    if (!next) break;
    if (next.end > next.start) found.push(next);
    from = next.end > next.start ? next.end : next.end + lengthAt(text, next.end);
  }
  return found;
}

const lengthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

function before(text: string, at: number): number {
  if (at === 0) return NOTHING;
  const low = text.charCodeAt(at - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? low) : low;
  return pair > 0xffff ? pair : low;
}

/**
 * Whether a find may begin with a character: what stands where nothing is open is passed over by it. Null where one
 * may be empty, or where it depends on what stands around.
 */
function beginsOf(program: Program): Begins | null {
  let begins = known.get(program);
  if (begins === undefined) {
    begins = firstsOf(program);
    known.set(program, begins);
  }
  return begins;
}

type Begins = (codePoint: number) => boolean;
const known = new WeakMap<Program, Begins | null>();

function firstsOf({ steps, start }: Program): Begins | null {
  const firsts: Begins[] = [];
  const seen = new Set<number>();
  const waiting = [start];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    const step = steps[place] as Step;
    if (step.kind === "fork") waiting.push(step.other, step.next);
    else if (step.kind === "one") firsts.push(step.test);
    else return null;
  }
  const plain = Uint8Array.from({ length: 128 }, (_, codePoint) => +firsts.some((test) => test(codePoint)));
  return (codePoint) => (codePoint < 128 ? plain[codePoint] === 1 : firsts.some((test) => test(codePoint)));
}

function findFrom(
  { steps, start }: Program,
  begins: Begins | null,
  text: string,
  from: number,
  watch?: () => void,
): Range | null {
  let open: Ways = { steps: [], starts: [] };
  let then: Ways = { steps: [], starts: [] };
  const seen = new Int32Array(steps.length).fill(-1);
  let best: Range | null = null;
  for (let at = from, taken = 1; ; taken += 1) {
    if (taken % WATCHED === 0) watch?.();
    if (begins && best === null && open.steps.length === 0)
      while (at < text.length && !begins(text.codePointAt(at) ?? NOTHING)) at += lengthAt(text, at);
    const codePoint = text.codePointAt(at) ?? NOTHING;
    const former = before(text, at);
    // Ways that began earlier come first; once something is found, none begins any more.
    then.steps.length = 0;
    then.starts.length = 0;
    for (let way = 0; way < open.steps.length; way += 1)
      follow(steps, open.steps[way] as number, open.starts[way] as number, then, seen, at, former, codePoint);
    if (best === null) follow(steps, start, at, then, seen, at, former, codePoint);
    [open, then] = [then, open];
    then.steps.length = 0;
    then.starts.length = 0;
    for (let way = 0; way < open.steps.length; way += 1) {
      const step = steps[open.steps[way] as number] as Step;
      const begun = open.starts[way] as number;
      if (step.kind === "found") {
        best = { start: begun, end: at };
        break;
      }
      if (step.kind === "one" && codePoint !== NOTHING && step.test(codePoint)) {
        then.steps.push(step.next);
        then.starts.push(begun);
      }
    }
    [open, then] = [then, open];
    if (codePoint === NOTHING || (best !== null && open.steps.length === 0)) return best;
    at += codePoint > 0xffff ? 2 : 1;
  }
}

/** Adds the steps that take a character, or end, and are reached from `step` without taking one; each once. */
function follow(
  steps: readonly Step[],
  step: number,
  begun: number,
  into: Ways,
  seen: Int32Array,
  at: number,
  former: number,
  codePoint: number,
): void {
  const waiting = [step];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (seen[place] === at) continue;
    seen[place] = at;
    const each = steps[place] as Step;
    if (each.kind === "fork") waiting.push(each.other, each.next);
    else if (each.kind === "assert") {
      if (holds(each.at, former, codePoint)) waiting.push(each.next);
    } else {
      into.steps.push(place);
      into.starts.push(begun);
    }
  }
}

function holds(
  at: "line_start" | "line_end" | "border" | "no_border",
  former: number,
  next: number,
): boolean {
  if (at === "line_start") return former === NOTHING || isBreak(former);
  if (at === "line_end") return next === NOTHING || isBreak(next);
  return (isLetter(former) !== isLetter(next)) === (at === "border");
}
