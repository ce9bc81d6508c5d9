import { TRANSCRIPT_ERASED } from "@/lib/access/errors";
import type { CodingOperation, OperationOutcome } from "@/lib/schemas/coding";
import { applyOperations } from "@/lib/server/coding/actions";
import { keeping } from "../model/keeping";
import type { ReaderSession } from "../model/session";
import { say } from "../model/session";
import type { Signal } from "../model/signal";
import { dropStep, showTakenBack } from "../model/steps-elsewhere";
import { browserStorage } from "./browser-storage";
import { inBrowser, laterFor, retryWhenBack } from "./in-browser";
import { memoryStorage } from "./memory-storage";
import { Outbox, type OutboxState, type SendResult } from "./outbox";
import { takeOwnSteps } from "./own-steps";
import { patientStorage } from "./patient-storage";
import { loadSteps, saveSteps } from "./steps";
import type { OutboxStorage, Unplaced } from "./storage";

export interface ReaderOutbox {
  state: Signal<OutboxState>;
  add(operation: CodingOperation): void;
  retry(): void;
  /** Takes up what an earlier visit left, and listens to the other tabs. Answers how to stop. */
  start(): () => void;
  /** Keeps what can't be done as things are, until the person has dealt with it. */
  setAside(operation: CodingOperation, reason: Unplaced["reason"]): void;
  dropUnplaced(operationId: string): void;
  /** Keeps what can be undone, so that it can be after a reload. */
  saveSteps(): void;
}

type Around = Omit<ReaderSession, "outbox">;

/** Ties the outbox to the browser: its storage, its locks between tabs, its network, its clock. */
export function createOutbox(session: Around): ReaderOutbox {
  const { frame, store } = session;
  const box = `${frame.me.id}:${frame.transcript.id}`;
  const durable = typeof indexedDB !== "undefined";
  const storage: OutboxStorage = durable ? patientStorage(browserStorage()) : memoryStorage();
  let channel: BroadcastChannel | null = null;

  const takeIn = (outcomes: readonly OperationOutcome[]) => {
    const { versionId } = session.document;
    // Another tab of the person's may have coded where something is selected here.
    keeping(session, () => {
      for (const outcome of outcomes) store.settle(outcome);
    });
    for (const outcome of outcomes) {
      if (outcome.ok && outcome.change.segments.some((segment) => segment.versionId !== versionId))
        session.elsewhere.update((count) => count + 1);
    }
  };
  const setAside = (unplaced: Unplaced) => {
    session.unplaced.update((list) => [...list, unplaced]);
    // Where the browser keeps nothing, it is shown as long as the page is open.
    storage.keepUnplaced(box, unplaced).catch(() => undefined);
    say(session, "unplaced");
  };

  /** What could not be taken back holds nothing that would be lost. */
  const refuseUndo = ({ id, reason }: Extract<OperationOutcome, { ok: false }>) => {
    dropStep(session, id);
    say(session, `refused.${reason}`);
  };

  const sent = new Map<string, CodingOperation>();
  const outbox: Outbox = new Outbox({
    box,
    storage,
    durable,
    ...inBrowser,
    send: async (operations) => {
      for (const operation of operations) sent.set(operation.id, operation);
      return send(frame.transcript.id, frame.me.id, operations, () => session.erased.set(true));
    },
    settled: (outcomes) => {
      for (const outcome of outcomes) {
        const operation = sent.get(outcome.id);
        if (!outcome.ok && operation?.kind === "undo") refuseUndo(outcome);
        else if (!outcome.ok && operation) setAside(describe(session, operation, outcome.reason));
      }
      takeIn(outcomes);
      channel?.postMessage(outcomes);
      for (const outcome of outcomes) {
        const unforeseen = sent.get(outcome.id)?.kind === "undo" && !store.events.has(outcome.id);
        if (outcome.ok && unforeseen) {
          showTakenBack(session, outcome.change);
          say(session, session.steps.get().done.includes(outcome.id) ? "redone" : "undone");
        }
        sent.delete(outcome.id);
      }
    },
    refused: (operation, code) => {
      setAside(describe(session, operation, code));
      takeIn([{ id: operation.id, ok: false, reason: "gone" }]);
    },
  });

  const start = () => {
    channel = new BroadcastChannel(`kikitori ${box}`);
    channel.onmessage = ({ data }: MessageEvent<OperationOutcome[]>) => {
      outbox.acknowledge(data);
      takeIn(data);
    };
    const leave = retryWhenBack(() => outbox.retry());
    void resume(session, storage, box, outbox);
    return () => {
      outbox.stop();
      channel?.close();
      leave();
    };
  };

  return {
    state: outbox.state,
    add: (operation) => outbox.add(operation),
    retry: () => outbox.retry(),
    start,
    setAside: (operation, reason) => setAside(describe(session, operation, reason)),
    dropUnplaced: (id) => {
      session.unplaced.update((list) => list.filter((each) => each.operation.id !== id));
      storage.dropUnplaced(id).catch(() => undefined);
    },
    // A browser without room keeps no steps: undoing then does not reach past a reload.
    saveSteps: () => void saveSteps(session, storage, box).catch(() => undefined),
  };
}

async function resume(session: Around, storage: OutboxStorage, box: string, outbox: Outbox): Promise<void> {
  await loadSteps(session, storage, box).catch(() => undefined);
  for (const operation of await outbox.left()) session.store.resume(operation);
  const unplaced = await storage.unplaced(box).catch(() => []);
  // Some may have been set aside while that was asked.
  session.unplaced.update((list) => [
    ...unplaced.filter(({ operation: { id } }) => !list.some(({ operation }) => operation.id === id)),
    ...list,
  ]);
  void takeOwnSteps(session, session.frame.transcript.id);
  outbox.retry();
}

async function send(
  transcriptId: string,
  coderId: string,
  operations: CodingOperation[],
  onErased: () => void,
): Promise<SendResult> {
  try {
    const result = await applyOperations({ transcriptId, coderId, operations });
    if (result.ok) return { kind: "outcomes", outcomes: result.value };
    const { code, detail } = result.error;
    // The page that says so counts what waits, and drops it: until then it stays where it is.
    if (detail === TRANSCRIPT_ERASED) {
      onErased();
      return { kind: "later", reason: "unavailable" };
    }
    const reason = laterFor(code);
    return reason ? { kind: "later", reason } : { kind: "refused", code };
  } catch {
    // The network is gone, or the server failed: the same operations, with the same ids, go out again.
    return { kind: "later", reason: "unavailable" };
  }
}

/** What was refused, with the words it was about, so that the person can place it anew. */
function describe({ store }: Around, operation: CodingOperation, reason: Unplaced["reason"]): Unplaced {
  const segment = "segmentId" in operation ? store.segment(operation.segmentId) : undefined;
  const quote = "quote" in operation ? operation.quote : (segment?.quote ?? "");
  return { operation, reason, quote };
}
