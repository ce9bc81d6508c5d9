import {
  type Block,
  blocksOf,
  joinBlocks,
  newBlock,
  splitBlock,
  textOfBlocks,
  withSpeaker,
} from "@/lib/domain/revision";
import { countsBy } from "@/lib/domain/text";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import { goBack, goForward, stepped, typed } from "./history";
import { rebased } from "./rebase";
import { turnsOf } from "./turns";

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

/** What a step back or forward brings. */
export interface Moment {
  blocks: readonly EditedBlock[];
  speakers: readonly EditorSpeaker[];
}

/** Typing that goes on where it was: one step to go back. */
export interface Typing {
  key: number;
  what: "put_in" | "taken_out";
  /** Where the next character is expected. */
  at: number;
}

export interface Editing extends Moment {
  base: TranscriptText;
  /** The base's own blocks, spoken by the speakers of the editor. */
  origin: readonly Block[];
  nextKey: number;
  /** What there was before each step, oldest first; and what there was before each step back. */
  past: readonly Moment[];
  future: readonly Moment[];
  typing: Typing | null;
  /** Where the caret is to go: into which block's words, and how far. */
  caret: { key: number; at: number } | null;
  /** Words of an earlier visit whose version can't be had any more, for the person to copy. */
  aside: readonly string[];
}

export type Step =
  /** `composing`: by an input method, whose words are one step however often it changes them. */
  | { kind: "type"; key: number; body: string; composing?: boolean }
  /** Whatever is typed next is a step of its own. */
  | { kind: "pause" }
  | { kind: "speaker"; key: number; speaker: number | null }
  | { kind: "new_speaker"; key: number; speaker: EditorSpeaker }
  | { kind: "split"; key: number; at: number }
  | { kind: "join"; key: number }
  | { kind: "add"; key: number }
  | { kind: "remove"; key: number }
  | { kind: "replace"; bodies: ReadonlyMap<number, string> }
  | { kind: "take"; key: number; whose: "mine" | "theirs" }
  | { kind: "rebase"; onto: TranscriptText }
  /** Gives up every change, which can be undone. */
  | { kind: "discard" }
  | { kind: "forget_aside" }
  | { kind: "undo" | "redo" };

export function begin(base: TranscriptText): Editing {
  const blocks = blocksOf(base.text, turnsOf(base)).map((block, key) => ({ ...block, key }));
  const speakers = base.speakers.map(({ label, role }) => ({ label, role }));
  return {
    ...{ base, origin: blocks, blocks, speakers, nextKey: blocks.length },
    ...{ past: [], future: [], typing: null, caret: null, aside: [] },
  };
}

/** One step of editing. Pure: what can't be done leaves everything as it is. */
export function edit(now: Editing, step: Step): Editing {
  switch (step.kind) {
    case "undo":
      return goBack(now);
    case "redo":
      return goForward(now);
    case "pause":
      return { ...now, typing: null };
    case "rebase":
      return rebased(now, step.onto);
    case "forget_aside":
      return { ...now, aside: [] };
    case "discard": {
      const blocks = now.origin.map((block, index) => ({ ...block, key: now.nextKey + index }));
      return stepped(now, blocks, null, blocks.length);
    }
    case "replace": {
      const blocks = now.blocks.map((block) => ({
        ...block,
        body: step.bodies.get(block.key) ?? block.body,
      }));
      return stepped(now, blocks, null);
    }
    default:
      return changed(now, step);
  }
}

/** A step that has to do with one block. */
function changed(now: Editing, step: Extract<Step, { key: number }>): Editing {
  const index = now.blocks.findIndex(({ key }) => key === step.key);
  const block = now.blocks[index];
  if (!block) return now;
  const instead = (...blocks: EditedBlock[]) => now.blocks.toSpliced(index, 1, ...blocks);
  switch (step.kind) {
    case "type":
      return typed(now, block, step.body, step.composing ?? false);
    case "speaker":
      return stepped(now, instead(spokenBy(now, block, step.speaker)), null);
    case "new_speaker": {
      const known = now.speakers.findIndex(({ label }) => label === step.speaker.label);
      const speakers = known < 0 ? [...now.speakers, step.speaker] : now.speakers;
      const at = known < 0 ? speakers.length - 1 : known;
      return { ...stepped(now, instead(spokenBy({ speakers }, block, at)), null), speakers };
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

/** The text as it stands in the editor, without what is marked. */
export function textNow({ blocks }: Pick<Editing, "blocks">) {
  return textOfBlocks(blocks);
}

/** How many places wait for the person to choose between two changes. */
export const undecided = ({ blocks }: Pick<Editing, "blocks">) =>
  blocks.filter((block) => block.theirs !== undefined).length;
