import type { Painted } from "../model/painted";
import { type Group, groupAlike, sameItems } from "./group";
import type { RowBox } from "./measure";

/** A paragraph on the page; `top` and `bottom` in pixels from the top of the text. */
export interface Beside {
  index: number;
  start: number;
  end: number;
  top: number;
  bottom: number;
  box: RowBox;
}

/**
 * Paragraphs that follow each other, of whom no segment reaches out. What stands beside them can be laid out without a
 * look at the rest of the text, and stays as it is while others come and go.
 */
export interface Block {
  beside: Beside[];
  /** The groups that begin in each of the paragraphs, by place. */
  beginning: (readonly Group[])[];
  /** Those that began before the page does. */
  before: Group[];
}

/** The segments shown in a paragraph, and those of them that begin there. */
interface Begun {
  segments: readonly Painted[];
  groups: readonly Group[];
  /** How far they reach. */
  end: number;
}

/** Parts the paragraphs on the page, which come in order, into blocks. `shownIn` answers what is shown in each, by place. */
export function blocksOf(
  paragraphs: readonly Beside[],
  shownIn: (index: number) => readonly Painted[],
): Block[] {
  const blocks: Block[] = [];
  let reached = 0;
  for (const paragraph of paragraphs) {
    const { segments, groups, end } = begunIn(shownIn(paragraph.index), paragraph.start);
    let block = blocks.at(-1);
    if (!block || paragraph.start >= reached) {
      block = { beside: [], beginning: [], before: [] };
      blocks.push(block);
    }
    block.beside.push(paragraph);
    block.beginning.push(groups);
    reached = Math.max(reached, end);
    const unmet = unmetIn(block, segments, paragraph.start);
    block.before.push(...unmet);
    for (const { segments: alike } of unmet) reached = Math.max(reached, alike[0].end);
  }
  return blocks;
}

/** What reaches into a paragraph and began in one that is not on the page. */
function unmetIn(block: Block, segments: readonly Painted[], start: number): Group[] {
  const from = segments.findIndex((segment) => segment.start >= start);
  const reaching = from < 0 ? segments : segments.slice(0, from);
  if (reaching.length === 0) return [];
  const met = new Set([...block.before, ...block.beginning.flat()].map(({ id }) => id));
  return groupAlike(reaching).filter(({ id }) => !met.has(id));
}

/** Kept by the list of a paragraph's segments, which is another one whenever one of them changes. */
const known = new WeakMap<readonly Painted[], Begun>();

function begunIn(segments: readonly Painted[], start: number): Begun {
  const before = known.get(segments);
  if (before) return before;
  const groups = groupAlike(segments.filter((segment) => segment.start >= start));
  const end = groups.reduce((furthest, { segments: [first] }) => Math.max(furthest, first.end), 0);
  const begun = { segments, groups, end };
  known.set(segments, begun);
  return begun;
}

/** Whether both are laid out alike: the same of each, as far below the first. */
export function sameBlock(a: Block, b: Block): boolean {
  const [first, other] = [a.beside[0]?.top ?? 0, b.beside[0]?.top ?? 0];
  return (
    a.beside.length === b.beside.length &&
    a.beside.every((each, at) => {
      const to = b.beside[at];
      return to?.index === each.index && to.box === each.box && to.top - other === each.top - first;
    }) &&
    sameItems(a.beginning, b.beginning) &&
    a.before.length === b.before.length &&
    a.before.every(({ segments }, at) => sameItems(segments, b.before[at]?.segments ?? []))
  );
}
