import type { ReaderSession } from "../model/session";
import { type Block, sameBlock } from "./blocks";
import type { Group } from "./group";
import { type Labels, partStripes, pileStripes, placeLabels, type Stripe } from "./layout";
import { type Look, place } from "./place";

/** A label may stand this far below its stripe, in pixels; further off nobody could tell whose it is. */
const REACH = 64;

export interface LaidLabel {
  group: Group;
  top: number;
  /** What is listed under its "+n". */
  more: readonly Group[];
}

/** What stands beside a block, in pixels from its top. The same object as long as nothing of it changes. */
export interface Laid {
  groups: ReadonlyMap<string, Group>;
  stripes: readonly Stripe[];
  labels: readonly LaidLabel[];
}

interface Kept {
  block: Block;
  look: Look;
  /** How far the labels above reached into the block. */
  free: number;
  laid: Laid;
  /** Of which the last label above has to tell. */
  above: readonly Group[];
  /** How far the labels reach. */
  reached: number;
}

/**
 * Lays out what stands beside the blocks on the page, one after the other. A block that is as it was stays as it is,
 * wherever it stands now: while one scrolls thousands of segments are on the page, and few of them have just come.
 */
export class Laying {
  private kept = new Map<number, Kept>();

  constructor(private readonly session: Pick<ReaderSession, "codes" | "store">) {}

  /** In the order of the blocks. A change of any coding gives another `look`. */
  lay(blocks: readonly Block[], look: Look): Laid[] {
    const kept = new Map<number, Kept>();
    const laid: Laid[] = [];
    let reached = 0;
    for (const block of blocks) {
      const [first] = block.beside;
      if (!first) continue;
      const free = Math.max(0, reached - first.top);
      const before = this.kept.get(first.index);
      const same = before?.look === look && before.free === free && sameBlock(before.block, block);
      const now = same ? before : this.layOut(block, look, free);
      kept.set(first.index, now);
      const last = laid.at(-1);
      if (last && now.above.length > 0) laid[laid.length - 1] = telling(last, now.above);
      laid.push(now.laid);
      reached = first.top + now.reached;
    }
    this.kept = kept;
    return laid;
  }

  private layOut(block: Block, look: Look, free: number): Kept {
    const stripes = place(this.session, block, look);
    const groups = new Map([...block.before, ...block.beginning.flat()].map((group) => [group.id, group]));
    const none: Labels = { labels: [], above: [], free };
    const { labels, above, free: reached } = look.letters > 0 ? placeLabels(stripes, REACH, free) : none;
    const groupsOf = (ids: readonly string[]) => ids.flatMap((id) => groups.get(id) ?? []);
    const laid = {
      groups,
      stripes: partStripes(pileStripes(stripes, look.most)),
      labels: labels.flatMap(({ id, top, more }) =>
        groupsOf([id]).map((group) => ({ group, top, more: groupsOf(more) })),
      ),
    };
    return { block, look, free, laid, above: groupsOf(above), reached };
  }
}

/** The same, and its last label tells of these, too. */
function telling(laid: Laid, above: readonly Group[]): Laid {
  const last = laid.labels.at(-1);
  return last ? { ...laid, labels: laid.labels.with(-1, { ...last, more: [...last.more, ...above] }) } : laid;
}
