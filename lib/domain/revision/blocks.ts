import { isBoundary } from "../text";

/** A turn as a version stores it. Half-open, in UTF-16 code units. */
export interface BlockTurn {
  start: number;
  bodyStart: number;
  end: number;
  /** Index into the transcript's speakers. */
  speaker: number | null;
  atMs: number | null;
  align: number | null;
}

/**
 * A piece of a transcript as it is edited: a turn with what stands between it and the next, or text that
 * belongs to no turn. The parts of all blocks, one after the other, are the text.
 */
export interface Block {
  /** Null for text that belongs to no turn: all of it is `body` and `gap`. */
  turn: Pick<BlockTurn, "speaker" | "atMs" | "align"> | null;
  /** The label or time that stands in the text before the speech. */
  label: string;
  /** The words, which are what one edits. */
  body: string;
  /** White space at the end of the turn, mostly the line break. */
  close: string;
  /** What stands between this turn and the next. */
  gap: string;
}

/** Cuts a text into blocks. The turns are ascending and disjoint. */
export function blocksOf(text: string, turns: readonly BlockTurn[]): Block[] {
  const blocks: Block[] = [];
  const first = turns[0]?.start ?? text.length;
  if (first > 0) blocks.push({ turn: null, label: "", ...closed(text.slice(0, first)), gap: "" });
  turns.forEach(({ start, bodyStart, end, speaker, atMs, align }, index) => {
    const next = turns[index + 1]?.start ?? text.length;
    const turn = { speaker, atMs, align };
    const label = text.slice(start, bodyStart);
    blocks.push({ turn, label, ...closed(text.slice(bodyStart, end)), gap: text.slice(end, next) });
  });
  return blocks;
}

/** The text of the blocks, and its turns; a turn of nothing but white space is none. */
export function textOfBlocks(blocks: readonly Block[]): { text: string; turns: BlockTurn[] } {
  const parts: string[] = [];
  const turns: BlockTurn[] = [];
  let start = 0;
  for (const { turn, label, body, close, gap } of blocks) {
    const bodyStart = start + label.length;
    const end = bodyStart + body.length + close.length;
    if (turn && (label + body).trim() !== "") turns.push({ start, bodyStart, end, ...turn });
    parts.push(label, body, close, gap);
    start = end + gap.length;
  }
  return { text: parts.join(""), turns };
}

/**
 * Two turns of one, at an offset into its words: both with the label and the speaker, the second without
 * a time and an alignment, which are the first one's. Null inside a surrogate pair, or where either would
 * hold no words.
 */
export function splitBlock(block: Block, offset: number): [Block, Block] | null {
  const { turn, label, body, gap } = block;
  const [before, after] = [body.slice(0, offset).trimEnd(), body.slice(offset).trimStart()];
  if (!turn || !isBoundary(body, offset) || before === "" || after === "") return null;
  const close = block.close || "\n";
  return [
    { ...block, body: before, close, gap: "" },
    { turn: { ...turn, atMs: null, align: null }, label, body: after, close: block.close, gap },
  ];
}

/** One turn of two that follow each other: the first one's, with the words of both. What stood between them goes. */
export function joinBlocks(first: Block, second: Block, space: string): Block {
  const between = first.body === "" || second.body === "" ? "" : space;
  return { ...first, body: first.body + between + second.body, close: second.close, gap: second.gap };
}

/** The block with another speaker: a label in the text that names the former one names the new one. */
export function withSpeaker(
  block: Block,
  speaker: number | null,
  former: string | null,
  label: string | null,
): Block {
  if (!block.turn) return block;
  const renamed = former && label ? block.label.replace(former, () => label) : block.label;
  return { ...block, label: renamed, turn: { ...block.turn, speaker } };
}

/** A turn of the speaker behind another one, with a label like those that the speaker has. */
export function newBlock(speaker: number | null, label: string): Block {
  return { turn: { speaker, atMs: null, align: null }, label, body: "", close: "\n", gap: "" };
}

function closed(words: string): { body: string; close: string } {
  const body = words.trimEnd();
  return { body, close: words.slice(body.length) };
}
