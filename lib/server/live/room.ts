import "server-only";
import { everybodyIn, type Member, seenBy } from "./presence";
import { quietly } from "./quietly";
import type { LiveStream } from "./stream";

/** Comings and goings within so many milliseconds are told together: a reload is both. */
const SETTLE = 250;

/** The streams of one study on this server, and what they were last told of who is there. */
export class Room {
  private readonly told = new Map<LiveStream, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly studyId: string) {}

  get empty(): boolean {
    return this.told.size === 0;
  }

  enter(stream: LiveStream): void {
    this.told.set(stream, "");
  }

  leave(stream: LiveStream): void {
    this.told.delete(stream);
  }

  /** Somebody came or went, here or on another server. */
  changed(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void quietly(this.tell());
    }, SETTLE).unref();
  }

  private async tell(): Promise<void> {
    const everybody: readonly Member[] = await everybodyIn(this.studyId);
    for (const [stream, before] of this.told) {
      const now = JSON.stringify(seenBy(stream.viewer, everybody));
      if (now === before) continue;
      this.told.set(stream, now);
      stream.send("people", now);
    }
  }
}
