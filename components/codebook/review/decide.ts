import type { ReviewItem } from "@/lib/schemas/codebook-views";
import type { CodingOperation } from "@/lib/schemas/coding";
import { applyOperations } from "@/lib/server/coding/actions";

export type Decision = { is: "keep" } | { is: "remove" } | { is: "recode"; codeId: string };

/** What a decision does. `revision` is the one that the person has read. */
export function operationOf(item: ReviewItem, decision: Decision, revision: number): CodingOperation {
  const { segmentId, codingId } = item;
  const id = crypto.randomUUID();
  switch (decision.is) {
    case "keep":
      return { id, kind: "confirm", segmentId, codingIds: [codingId], revision };
    case "remove":
      return { id, kind: "uncode", segmentId, codingIds: [codingId] };
    case "recode":
      return {
        id,
        kind: "recode",
        segmentId,
        codingId,
        to: { id: crypto.randomUUID(), codeId: decision.codeId },
      };
  }
}

/** Takes an operation back. */
export function undoOf({ id: eventId }: CodingOperation): CodingOperation {
  return { id: crypto.randomUUID(), kind: "undo", eventId };
}

/** Whether it was done. That the server could not be reached is an answer like any other. */
export async function send(
  { transcriptId }: ReviewItem,
  coderId: string,
  operation: CodingOperation,
): Promise<boolean> {
  try {
    const answer = await applyOperations({ transcriptId, coderId, operations: [operation] });
    return answer.ok && answer.value.every(({ ok }) => ok);
  } catch {
    return false;
  }
}
