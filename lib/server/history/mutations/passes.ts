import "server-only";
import type { Tell } from "@/lib/server/long-work/mutations";

/** Into how many parts work is cut, so that it can say how far it has come; more of them make it slower. */
const PARTS = 40;

/** Work that goes over the same transcripts several times, some of them at once, and tells how far it has come. */
export class Passes {
  readonly #size: number;
  #done = 0;

  constructor(
    private readonly transcriptIds: readonly string[],
    /** How many passes there will be. */
    private readonly count: number,
    private readonly tell: Tell,
  ) {
    this.#size = Math.max(1, Math.ceil(transcriptIds.length / PARTS));
  }

  /** One pass. A transcript counts as done when the last has gone over it. */
  async each(work: (transcriptIds: readonly string[]) => Promise<void>): Promise<void> {
    const total = this.transcriptIds.length;
    await this.tell(Math.floor(this.#done / this.count), total);
    for (let at = 0; at < total; at += this.#size) {
      const some = this.transcriptIds.slice(at, at + this.#size);
      await work(some);
      this.#done += some.length;
      await this.tell(Math.floor(this.#done / this.count), total);
    }
  }
}
