import "server-only";
import { AppError } from "@/lib/access/errors";

/** Ends the taking back of a step, part of which would stay: nothing is written, and the person is asked. */
export class Stays extends AppError {
  constructor(
    /** How many segments would go back. */
    readonly back: number,
    readonly segmentIds: readonly string[],
    /** Who has changed them since, as far as the member may know; null where that is not all of it. */
    readonly actorIds: readonly string[] | null,
  ) {
    super("conflict", { detail: "history_codings" });
    this.name = "Stays";
  }
}
