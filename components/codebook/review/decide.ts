import type { ReviewItem } from "@/lib/schemas/codebook-views";
import type { CodingOperation } from "@/lib/schemas/coding";
import { applyOperations } from "@/lib/server/coding/actions";

export type Decision = { is: "keep" } | { is: "remove" } | { is: "recode"; codeId: string };

/** What a decision does, in the order in which it is done. `revision` is the one that the person has read. */
export function operationsOf(item: ReviewItem, decision: Decision, revision: number): CodingOperation[] {
  const { segmentId, codingId, versionId, start, end, quote } = item;
  const own = { segmentId, codingIds: [codingId] };
  if (decision.is === "keep") return [{ id: crypto.randomUUID(), kind: "confirm", ...own, revision }];
  const uncode: CodingOperation = { id: crypto.randomUUID(), kind: "uncode", ...own };
  if (decision.is === "remove") return [uncode];
  // The new code comes first, since a segment goes with its last one.
  const codings = [{ id: crypto.randomUUID(), codeId: decision.codeId }];
  return [
    { id: crypto.randomUUID(), kind: "apply", segmentId, versionId, start, end, quote, codings },
    uncode,
  ];
}

/** Takes operations back, the last one first. */
export function undoOf(operations: readonly CodingOperation[]): CodingOperation[] {
  return operations.toReversed().map(({ id }) => ({ id: crypto.randomUUID(), kind: "undo", eventId: id }));
}

/** Whether all of it was done. That the server could not be reached is an answer like any other. */
export async function send(
  { transcriptId }: ReviewItem,
  coderId: string,
  operations: CodingOperation[],
): Promise<boolean> {
  try {
    const answer = await applyOperations({ transcriptId, coderId, operations });
    return answer.ok && answer.value.every(({ ok }) => ok);
  } catch {
    return false;
  }
}
