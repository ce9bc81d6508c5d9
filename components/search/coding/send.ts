import type { ActionResult } from "@/lib/access/errors";
import type { OperationOutcome } from "@/lib/schemas/coding";
import type { Planned } from "./passages";

/** Operations of one batch: small enough for progress to be seen, and for a stop to be soon. */
const BATCH = 50;
/** Batches under way at once; each is one transaction after the other on the server. */
const AT_ONCE = 3;
/** How often a batch is sent again before the person is told. */
const ATTEMPTS = 3;

type Send = (batch: {
  transcriptId: string;
  operations: Planned["operation"][];
}) => Promise<ActionResult<OperationOutcome[]>>;

export interface Sent {
  done: Planned[];
  refused: Planned[];
  /** Not answered: stopped before, or the server could not be reached. */
  left: Planned[];
  stopped: boolean;
}

/**
 * Has operations done, transcript by transcript. What is sent again carries the same ids, so nothing is done
 * twice. A stop lets the batches under way end.
 */
export async function sendAll(
  plan: readonly Planned[],
  send: Send,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<Sent> {
  const batches = batchesOf(plan);
  const sent: Sent = { done: [], refused: [], left: [], stopped: false };
  let broken = false;
  const worker = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const outcomes = signal.aborted || broken ? null : await attempt(batch, send);
      if (!outcomes) {
        broken = true;
        sent.left.push(...batch);
        continue;
      }
      const ok = new Set(outcomes.filter((outcome) => outcome.ok).map(({ id }) => id));
      for (const each of batch) (ok.has(each.operation.id) ? sent.done : sent.refused).push(each);
      onProgress(sent.done.length + sent.refused.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { ...sent, stopped: signal.aborted };
}

function batchesOf(plan: readonly Planned[]): Planned[][] {
  const batches: Planned[][] = [];
  for (const each of plan) {
    const last = batches.at(-1);
    if (last && last.length < BATCH && last[0]?.transcriptId === each.transcriptId) last.push(each);
    else batches.push([each]);
  }
  return batches;
}

/** The outcomes of a batch; null where the server did not answer. */
async function attempt(batch: readonly Planned[], send: Send): Promise<OperationOutcome[] | null> {
  const transcriptId = batch[0]?.transcriptId ?? "";
  const operations = batch.map(({ operation }) => operation);
  for (let count = 0; count < ATTEMPTS; count += 1) {
    const answer = await send({ transcriptId, operations }).catch(() => null);
    if (answer?.ok) return answer.value;
    if (answer && answer.error.code !== "unavailable") return null;
  }
  return null;
}

/** What takes operations back, the last first. */
export function undoing(done: readonly Planned[], newId: () => string): Planned[] {
  return done.toReversed().map(({ transcriptId, operation }) => ({
    transcriptId,
    operation: { id: newId(), kind: "undo", eventId: operation.id },
  }));
}
