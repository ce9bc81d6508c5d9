import type { HistoryRow } from "@/lib/schemas/history";

/** A line of the list: a day, or an event, which names its actor where another one's run begins. */
export type Item = { day: string; row: null } | { day: null; row: HistoryRow; first: boolean };

/** The events by day and, within one, in runs of one person. `dayOf` tells the day on which a moment falls. */
export function itemsOf(rows: readonly HistoryRow[], dayOf: (moment: string) => string): Item[] {
  const items: Item[] = [];
  let day: string | null = null;
  let actor: string | null = null;
  for (const row of rows) {
    const on = dayOf(row.at);
    if (on !== day) {
      items.push({ day: on, row: null });
      actor = null;
    }
    items.push({ day: null, row, first: row.actorId !== actor });
    [day, actor] = [on, row.actorId];
  }
  return items;
}
