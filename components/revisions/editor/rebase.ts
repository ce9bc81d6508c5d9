import { type Block, blocksOf, mergeLists } from "@/lib/domain/revision";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import type { EditedBlock, Editing, EditorSpeaker } from "./state";
import { turnsOf } from "./turns";

/** All that makes a block what it is, but not the marks that the editor gives it. */
export const keyOf = ({ turn, label, body, close, gap }: Block) =>
  JSON.stringify([turn && [turn.speaker, turn.atMs, turn.align], label, body, close, gap]);

/** Whether two blocks have the same key; quicker, where there are many to be compared. */
export function sameBlock(a: Block, b: Block): boolean {
  if (a.body !== b.body || a.label !== b.label || a.close !== b.close || a.gap !== b.gap) return false;
  if (!a.turn || !b.turn) return a.turn === b.turn;
  return a.turn.speaker === b.turn.speaker && a.turn.atMs === b.turn.atMs && a.turn.align === b.turn.align;
}

/**
 * A version's blocks, spoken by speakers who may stand in another order: `speakers` takes up those who are
 * not among them yet.
 */
export function blocksSpokenBy(version: TranscriptText, speakers: EditorSpeaker[]): Block[] {
  const numbers = version.speakers.map(({ label, role }, index) => {
    if (speakers[index]?.label === label) return index;
    const known = speakers.findIndex((speaker) => speaker.label === label);
    return known >= 0 ? known : speakers.push({ label, role }) - 1;
  });
  return blocksOf(version.text, turnsOf(version)).map((block) => {
    const speaker = block.turn?.speaker;
    if (!block.turn || speaker == null) return block;
    return { ...block, turn: { ...block.turn, speaker: numbers[speaker] ?? null } };
  });
}

/** White space that was typed at the end belongs to the end, as in a text that is cut into blocks. */
function settled<Of extends Block>(block: Of): Of {
  const words = block.body + block.close;
  const body = words.trimEnd();
  return body === block.body ? block : { ...block, body, close: words.slice(body.length) };
}

/** One's own changes laid over a newer version. What both changed keeps one's own words, with theirs beside. */
export function rebased(now: Editing, onto: TranscriptText): Editing {
  const speakers = [...now.speakers];
  const origin = blocksSpokenBy(onto, speakers);
  const blocks: EditedBlock[] = [];
  for (const part of mergeLists<Block>(now.origin, now.blocks.map(settled), origin, keyOf)) {
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
  return {
    ...{ base: onto, origin, blocks, speakers, nextKey: blocks.length },
    ...{ past: [], future: [], typing: null, caret: null, aside: now.aside },
  };
}
