import type { EditedBlock, Editing, Moment, Typing } from "./state";

/** How far back one can go. Words typed one after the other are a step each. */
const STEPS_KEPT = 200;

const momentOf = ({ blocks, speakers }: Editing): Moment => ({ blocks, speakers });

/** A change that is a step of its own. */
export function stepped(
  now: Editing,
  blocks: readonly EditedBlock[],
  caret: Editing["caret"],
  keys = 1,
): Editing {
  const past = [...now.past, momentOf(now)].slice(-STEPS_KEPT);
  return { ...now, blocks, caret, nextKey: now.nextKey + keys, past, future: [], typing: null };
}

/** Other words in a block: a step of their own, or part of the last one where typing goes on. */
export function typed(now: Editing, block: EditedBlock, body: string, composing: boolean): Editing {
  if (body === block.body) return now;
  const blocks = now.blocks.map((each) => (each.key === block.key ? { ...each, body } : each));
  const { typing, goesOn } = going(now.typing, block, body);
  const same = now.typing?.key === block.key && composing;
  const next = same || goesOn ? { ...now, blocks, caret: null, future: [] } : stepped(now, blocks, null, 0);
  return { ...next, typing };
}

/**
 * Where typing is after a change, and whether that goes on from where it was: one character at the place
 * where the last one was put in or taken out, and no new word.
 */
function going(last: Typing | null, { key, body: before }: EditedBlock, after: string) {
  const { start, same } = apart(before, after);
  const [out, put] = [before.slice(start, before.length - same), after.slice(start, after.length - same)];
  const what = put.length >= out.length ? ("put_in" as const) : ("taken_out" as const);
  const typing: Typing = { key, what, at: start + put.length };
  const one = [...out, ...put].length === 1;
  // A backspace takes out what stands before the caret, a deletion what stands behind it.
  const here = last?.at === start || (what === "taken_out" && last?.at === start + out.length);
  const newWord = /\S/u.test(put) && /\s/u.test(before[start - 1] ?? "");
  return { typing, goesOn: last?.key === key && last.what === what && one && here && !newWord };
}

/** How many code units two strings share at their beginnings, and besides at their ends. */
function apart(before: string, after: string): { start: number; same: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, same };
}

/** The last step taken back, with the caret where it was. */
export function goBack(now: Editing): Editing {
  const former = now.past.at(-1);
  if (!former) return now;
  const [past, future] = [now.past.slice(0, -1), [...now.future, momentOf(now)]];
  return { ...now, ...former, past, future, typing: null, caret: caretOf(now, former) };
}

/** The last step back taken back in turn. */
export function goForward(now: Editing): Editing {
  const later = now.future.at(-1);
  if (!later) return now;
  const [past, future] = [[...now.past, momentOf(now)], now.future.slice(0, -1)];
  return { ...now, ...later, past, future, typing: null, caret: caretOf(now, later) };
}

/** Behind the words that differ, in the first block that does. */
function caretOf(from: Moment, to: Moment): Editing["caret"] {
  const index = to.blocks.findIndex((block, at) => block !== from.blocks[at]);
  const block = to.blocks[index];
  if (!block) return null;
  const before = from.blocks.find(({ key }) => key === block.key)?.body ?? "";
  const { same } = apart(before, block.body);
  return { key: block.key, at: block.body.length - same };
}
