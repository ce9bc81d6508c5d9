import type { AlignableTurn, Bead } from "./align";

/**
 * Which speakers of the two sides are one, told by whose turns a first alignment put together: the pairs
 * that are each other's most frequent partner, by the first side's name. Null where nobody is named or
 * nobody found a partner.
 */
export function matchSpeakers(
  first: readonly AlignableTurn[],
  second: readonly AlignableTurn[],
  beads: readonly Bead[],
): Map<string, string> | null {
  const together = new Map<string, Map<string, number>>();
  const back = new Map<string, Map<string, number>>();
  for (const bead of beads) {
    const [a, b] = [first[bead.first.start]?.speaker ?? null, second[bead.second.start]?.speaker ?? null];
    if (a === null || b === null) continue;
    count(together, a, b);
    count(back, b, a);
  }
  const partners = new Map<string, string>();
  for (const [a, others] of together) {
    const b = most(others);
    if (b !== null && most(back.get(b) ?? new Map()) === a) partners.set(a, b);
  }
  return partners.size === 0 ? null : partners;
}

function count(table: Map<string, Map<string, number>>, a: string, b: string): void {
  const row = table.get(a) ?? new Map<string, number>();
  row.set(b, (row.get(b) ?? 0) + 1);
  table.set(a, row);
}

/** The most frequent one; null where two are. */
function most(row: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let uses = 0;
  for (const [name, times] of row) {
    if (times === uses) best = null;
    if (times > uses) [best, uses] = [name, times];
  }
  return best;
}
