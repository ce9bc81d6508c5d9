import { z } from "zod";
import { SPEAKER_ROLES, type TranscriptText } from "@/lib/schemas/transcripts";
import { blocksSpokenBy, keyOf, sameBlock } from "./rebase";
import { begin, type EditedBlock, type Editing } from "./state";

const KeptBlock = z.object({
  turn: z
    .object({ speaker: z.int().nullable(), atMs: z.number().nullable(), align: z.int().nullable() })
    .nullable(),
  label: z.string(),
  body: z.string(),
  close: z.string(),
  gap: z.string(),
});

/**
 * Unsaved corrections as the browser keeps them: only what the person changed, and the version that it is
 * a change of. A number stands for a block of that version as it is, so that a text whose names are hidden
 * later does not stay in the browser whole.
 */
export const KeptCorrection = z.object({
  versionId: z.uuid(),
  blocks: z.array(
    z.union([
      z.int().min(0),
      KeptBlock.extend({ place: z.int().optional(), theirs: z.array(KeptBlock).optional() }),
    ]),
  ),
  speakers: z.array(z.object({ label: z.string(), role: z.enum(SPEAKER_ROLES) })),
  aside: z.array(z.string()),
});
export type KeptCorrection = z.infer<typeof KeptCorrection>;

/** Whether the text, its turns or who speaks differ from the version. */
export function isChanged({ origin, blocks }: Editing): boolean {
  return (
    blocks.length !== origin.length ||
    blocks.some((block, index) => {
      const own = origin[index];
      return block !== own && (!own || block.theirs !== undefined || !sameBlock(block, own));
    })
  );
}

export function kept({ base, origin, blocks, speakers, aside }: Editing): KeptCorrection {
  const numbers = new Map(origin.map((block, index) => [keyOf(block), index]));
  return {
    versionId: base.versionId,
    blocks: blocks.map(({ key: _, ...block }) => {
      const same = block.place === undefined ? numbers.get(keyOf(block)) : undefined;
      return same ?? { ...block, theirs: block.theirs && [...block.theirs] };
    }),
    speakers: [...speakers],
    aside: [...aside],
  };
}

/** Editing as it was when it was kept, on the version that it was of. Null where that has no such blocks. */
export function unpacked(base: TranscriptText, from: KeptCorrection): Editing | null {
  const speakers = [...from.speakers];
  const origin = blocksSpokenBy(base, speakers);
  const blocks: EditedBlock[] = [];
  for (const each of from.blocks) {
    const block = typeof each === "number" ? origin[each] : each;
    if (!block) return null;
    blocks.push({ ...block, key: blocks.length });
  }
  return { ...begin(base), origin, blocks, speakers, nextKey: blocks.length, aside: from.aside };
}

/** The words that the person wrote, for where nothing else can be made of them. */
export function wordsOf({ blocks, aside }: KeptCorrection): string[] {
  const own = blocks.flatMap((block) => (typeof block === "number" ? [] : [block.label + block.body]));
  return [...aside, ...own.filter((words) => words.trim() !== "")];
}

/** What is left of it once the changes are stored: the words that could not be laid over the text. */
export function keptAside({ base, origin, speakers, aside }: Editing): KeptCorrection {
  return {
    versionId: base.versionId,
    blocks: origin.map((_, index) => index),
    speakers: [...speakers],
    aside: [...aside],
  };
}
