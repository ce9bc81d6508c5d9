import { type Signal, signal } from "@/components/ui/signal";
import type { DraftStorage } from "./storage";

/**
 * How it stands with the changes of a page: there are none, they are about to be kept, the browser has
 * them, or it would not take them, so that they live in this page alone.
 */
export type Keeping = "nothing" | "waiting" | "kept" | "refused";

export interface KeeperPorts {
  id: string;
  box: string;
  /** The transcript that it is in, where the box does not say so. */
  within?: string | undefined;
  storage: DraftStorage;
  now(): number;
  /** Calls back when the page has time for it, at the latest in half a second; answers how to call it off. */
  soon(callback: () => void): () => void;
}

/** Keeps the latest state of somebody's work in the browser, one write at a time, until the server has it. */
export class Keeper<Value> {
  readonly state: Signal<Keeping>;
  private wanted: { value: (() => Value) | null } | null = null;
  private writing: Promise<void> | null = null;
  private callOff: (() => void) | null = null;

  /** `found`: whether the storage has a draft under this id already. */
  constructor(
    private readonly ports: KeeperPorts,
    found: boolean,
  ) {
    this.state = signal<Keeping>(found ? "kept" : "nothing");
  }

  /** The work is as `value` says, which is asked when there is time to write it. */
  keep(value: () => Value): void {
    this.want(value);
  }

  /** There is nothing to keep any more: it is stored, or was given up. */
  drop(): void {
    if (this.state.get() !== "nothing") this.want(null);
  }

  /** Writes at once, such as when the page is about to go. */
  flush(): Promise<void> {
    this.callOff?.();
    this.callOff = null;
    this.writing ??= this.write().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  private want(value: (() => Value) | null): void {
    this.wanted = { value };
    // A browser that has refused is likely to refuse again: it is said until it does not.
    if (this.state.get() !== "refused") this.state.set("waiting");
    this.callOff ??= this.ports.soon(() => void this.flush());
  }

  private async write(): Promise<void> {
    const { id, box, within, storage, now } = this.ports;
    while (this.wanted) {
      const { value } = this.wanted;
      this.wanted = null;
      try {
        if (value) await storage.put({ id, box, within, at: now(), value: value() });
        else await storage.drop(id);
        if (!this.wanted) this.state.set(value ? "kept" : "nothing");
      } catch {
        if (!this.wanted) this.state.set(value ? "refused" : "nothing");
      }
    }
  }
}
