import "server-only";
import type { LeftOut } from "@/lib/domain/transcript";

/** Counts what is left out, by kind, in the order in which it is first met. */
export class Tally {
  private readonly counts = new Map<LeftOut["kind"], number>();

  add(kind: LeftOut["kind"], count = 1): void {
    if (count > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  get leftOut(): LeftOut[] {
    return [...this.counts].map(([kind, count]) => ({ kind, count }));
  }
}
