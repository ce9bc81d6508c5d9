import {
  type Block,
  blocksOf,
  joinBlocks,
  mergeLists,
  newBlock,
  splitBlock,
  textOfBlocks,
  withSpeaker,
} from "@/lib/domain/revision";
import { countsBy } from "@/lib/domain/text";
import type { TranscriptText } from "@/lib/schemas/transcripts";

export interface EditorSpeaker {
  label: string;
  role: TranscriptText["speakers"][number]["role"];
}

/** A block under a key that stays while it is edited. */
export interface EditedBlock extends Block {
  key: number;
  /** Names a place that somebody else changed, too; the first block of the place has what they made of it. */
  place?: number;
  theirs?: readonly Block[];
}

export interface Editing {
  base: TranscriptText;
  blocks: readonly EditedBlock[];
  speakers: readonly EditorSpeaker[];
  nextKey: number;
  /** What the blocks were before each step that is more than typing. */
  past: readonly (readonly EditedBlock[])[];
  /** Where the caret is to go: into which block's words, and how far. */
  caret: { key: number; at: number } | null;
}

export type Step =
  | { kind: "type"; key: number; body: string }
  | { kind: "speaker"; key: number; speaker: number | null }
  | { kind: "new_speaker"; key: number; speaker: EditorSpeaker }
  | { kind: "split"; key: number; at: number }
  | { kind: "join"; key: number }
  | { kind: "add"; key: number }
  | { kind: "remove"; key: number }
  | { kind: "replace"; bodies: ReadonlyMap<number, string> }
  | { kind: "take"; key: number; whose: "mine" | "theirs" }
  | { kind: "rebase"; onto: TranscriptText }
  | { kind: "undo" };

const STEPS_KEPT = 50;

export function turnsOf({ turns }: TranscriptText) {
  return turns.map(([start, bodyStart, end, speaker, atMs, align]) => ({
    ...{ start, bodyStart, end, speaker, atMs, align },
  }));
}

export function begin(base: TranscriptText): Editing {
  const blocks = blocksOf(base.text, turnsOf(base)).map((block, key) => ({ ...block, key }));
  const speakers = base.speakers.map(({ label, role }) => ({ label, role }));
  return { base, blocks, speakers, nextKey: blocks.length, past: [], caret: null };
}

/** One step of editing. Pure: what can't be done leaves everything as it is. */
export function edit(now: Editing, step: Step): Editing {
  if (step.kind === "undo") {
    const blocks = now.past.at(-1);
    return blocks ? { ...now, blocks, past: now.past.slice(0, -1), caret: null } : now;
  }
  if (step.kind === "rebase") return rebased(now, step.onto);
  if (step.kind === "replace") {
    const blocks = now.blocks.map((block) => ({ ...block, body: step.bodies.get(block.key) ?? block.body }));
    return stepped(now, blocks, null);
  }
  const index = now.blocks.findIndex(({ key }) => key === step.key);
  const block = now.blocks[index];
  if (!block) return now;
  const instead = (...blocks: EditedBlock[]) => now.blocks.toSpliced(index, 1, ...blocks);
  switch (step.kind) {
    case "type":
      return { ...now, blocks: instead({ ...block, body: step.body }), caret: null };
    case "speaker":
      return stepped(now, instead(spokenBy(now, block, step.speaker)), null);
    case "new_speaker": {
      const known = now.speakers.findIndex(({ label }) => label === step.speaker.label);
      const speakers = known < 0 ? [...now.speakers, step.speaker] : now.speakers;
      const at = known < 0 ? speakers.length - 1 : known;
      return stepped({ ...now, speakers }, instead(spokenBy({ ...now, speakers }, block, at)), null);
    }
    case "split": {
      const parts = splitBlock(block, step.at);
      if (!parts) return now;
      const second = { ...parts[1], key: now.nextKey };
      return stepped(now, instead({ ...block, ...parts[0] }, second), { key: now.nextKey, at: 0 });
    }
    case "join": {
      const above = now.blocks[index - 1];
      if (!above?.turn || !block.turn) return now;
      const space = countsBy(now.base.language) === "words" ? " " : "";
      const joined = { ...above, ...joinBlocks(above, block, space) };
      const at = joined.body.length - block.body.length;
      return stepped(now, now.blocks.toSpliced(index - 1, 2, joined), { key: above.key, at });
    }
    case "add": {
      const added = { ...newBlock(block.turn?.speaker ?? null, block.label), key: now.nextKey };
      const whole = { ...block, close: block.close || "\n" };
      return stepped(now, instead(whole, added), { key: now.nextKey, at: 0 });
    }
    case "remove": {
      const above = now.blocks[index - 1] ?? now.blocks[index + 1];
      return stepped(now, instead(), above ? { key: above.key, at: above.body.length } : null);
    }
    case "take":
      return taken(now, index, step.whose);
  }
}

function stepped(now: Editing, blocks: readonly EditedBlock[], caret: Editing["caret"], keys = 1): Editing {
  const past = [...now.past, now.blocks].slice(-STEPS_KEPT);
  return { ...now, blocks, caret, nextKey: now.nextKey + keys, past };
}

function spokenBy({ speakers }: Pick<Editing, "speakers">, block: EditedBlock, speaker: number | null) {
  const label = (index: number | null | undefined) =>
    index == null ? null : (speakers[index]?.label ?? null);
  return { ...block, ...withSpeaker(block, speaker, label(block.turn?.speaker), label(speaker)) };
}

/** One of two changes of a place, without the mark. */
function taken(now: Editing, index: number, whose: "mine" | "theirs"): Editing {
  const block = now.blocks[index];
  if (!block?.theirs) return now;
  if (whose === "mine") {
    const { theirs: _, ...mine } = block;
    return stepped(now, now.blocks.toSpliced(index, 1, mine), null);
  }
  const theirs = block.theirs.map((each, at) => ({ ...each, key: now.nextKey + at }));
  const others = now.blocks.slice(index).filter(({ place }) => place !== block.place);
  return stepped(now, [...now.blocks.slice(0, index), ...theirs, ...others], null, theirs.length);
}

/** One's own changes laid over a newer version. What both changed keeps one's own words, with theirs beside. */
function rebased(now: Editing, onto: TranscriptText): Editing {
  const speakers = [...now.speakers];
  const indexOf = (speaker: EditorSpeaker) => {
    const known = speakers.findIndex(({ label }) => label === speaker.label);
    return known >= 0 ? known : speakers.push(speaker) - 1;
  };
  const renumbered = (block: Block): Block => {
    const of = block.turn?.speaker;
    const speaker = of == null ? undefined : onto.speakers[of];
    return block.turn && speaker
      ? { ...block, turn: { ...block.turn, speaker: indexOf({ label: speaker.label, role: speaker.role }) } }
      : block;
  };
  const key = ({ turn, label, body, close, gap }: Block) => JSON.stringify([turn, label, body, close, gap]);
  const base = blocksOf(now.base.text, turnsOf(now.base));
  const theirs = blocksOf(onto.text, turnsOf(onto)).map(renumbered);
  const blocks: EditedBlock[] = [];
  for (const part of mergeLists<Block>(base, now.blocks, theirs, key)) {
    // Where one's own change took everything out, theirs come back: the review shows them.
    const kept = part.ok ? part.items : part.mine.length > 0 ? part.mine : part.theirs;
    const place = part.ok || part.mine.length === 0 ? undefined : blocks.length;
    for (const [at, block] of kept.entries()) {
      const { turn, label, body, close, gap } = block;
      const marked =
        place === undefined || part.ok ? {} : at === 0 ? { place, theirs: part.theirs } : { place };
      blocks.push({ turn, label, body, close, gap, ...marked, key: blocks.length });
    }
  }
  return { base: onto, blocks, speakers, nextKey: blocks.length, past: [], caret: null };
}

/** The text as it stands in the editor, without what is marked. */
export function textNow({ blocks }: Pick<Editing, "blocks">) {
  return textOfBlocks(blocks);
}

/** How many places wait for the person to choose between two changes. */
export const undecided = ({ blocks }: Pick<Editing, "blocks">) =>
  blocks.filter((block) => block.theirs !== undefined).length;
