import { ageOut, type Draft, type DraftStorage } from "./storage";

/** A draft that this page works on from now on. */
export interface Opened<Value> {
  id: string;
  /** What an earlier visit left; null where it left nothing. */
  found: { at: number; value: Value } | null;
  /** Lets another page take it up. */
  release: () => void;
}

export interface OpenPorts<Value> {
  box: string;
  storage: DraftStorage;
  /** Takes a draft for this page alone; null where another page is at work on it. */
  claim(id: string): Promise<(() => void) | null>;
  /** Null of what another program has kept in a shape that this one does not know: it stays where it is. */
  read(value: unknown): Value | null;
  freshId(): string;
  now(): number;
}

/**
 * Takes up the newest draft that no open page works on, or begins one. Older ones stay for the next
 * visits: nothing is given up unasked before its time is over (see `KEPT_DAYS`).
 */
export async function openDraft<Value>(ports: OpenPorts<Value>): Promise<Opened<Value>> {
  const { box, storage, claim, read, freshId, now } = ports;
  await ageOut(storage, now());
  const list = (): Promise<Draft[]> => storage.list(box).catch(() => []);
  for (const { id } of await list()) {
    const release = await claim(id);
    if (!release) continue;
    // The page that had it may have changed or stored it while this one waited.
    const draft = (await list()).find((each) => each.id === id);
    const value = draft ? read(draft.value) : null;
    if (draft && value !== null) return { id, found: { at: draft.at, value }, release };
    release();
  }
  const id = freshId();
  return { id, found: null, release: (await claim(id)) ?? (() => {}) };
}
