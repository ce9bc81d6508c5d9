import type { Change } from "@/lib/domain/coding";

type Row = { id: string };

/**
 * As of which event of the study's history each row is known. Answers and live events come in any order;
 * of two states of one row the one with the higher number is the later.
 */
export class Stamps {
  private readonly rows = new Map<string, number>();
  /** The number that all rows without one of their own have. */
  private base = 0;

  /** Everything is known as of this event; rows that are known as of later ones stay so. */
  since(seq: number): void {
    this.base = seq;
    for (const [id, of] of this.rows) if (of <= seq) this.rows.delete(id);
  }

  put(seq: number, { segments, codings }: Change): void {
    for (const { id } of [...segments, ...codings]) this.rows.set(id, seq);
  }

  /** What of a change is later than what is known, or just that. */
  fresh(seq: number, change: Change): Change {
    return only(change, ({ id }) => seq >= (this.rows.get(id) ?? this.base));
  }

  /** What of a change has no number of its own. */
  unknown(change: Change): Change {
    return only(change, ({ id }) => !this.rows.has(id));
  }
}

function only({ segments, codings }: Change, keep: (row: Row) => boolean): Change {
  return { segments: segments.filter(keep), codings: codings.filter(keep) };
}
