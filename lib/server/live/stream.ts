import "server-only";
import type { Role } from "@/lib/access/can";
import { type Position, positionText } from "@/lib/schemas/live";
import type { StudyEvent } from "./events";
import type { Follower } from "./feed";
import type { Standpoint } from "./standpoint";

/** Bytes that wait for a browser that does not read. Beyond them its stream ends; it goes on where it was. */
const MOST_WAITING = 256 * 1024;

/** Who follows what: as the gate found them. */
export interface Viewer extends Standpoint {
  readonly studyId: string;
  readonly userId: string;
  readonly role: Role;
  /** The session's. */
  readonly epoch: number;
  /** The transcript that is read. */
  readonly transcriptId: string | null;
  /** The studies whose histories are followed: the study, and those that it has its codebook and guide of. */
  readonly sources: readonly string[];
}

/** One browser's stream of live events, in the form of server-sent events. */
export class LiveStream {
  readonly id = crypto.randomUUID();
  readonly body: ReadableStream<Uint8Array>;
  private readonly position: number[];
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private readonly encoder = new TextEncoder();

  constructor(
    readonly viewer: Viewer,
    /** Called once, when it has ended, whoever ended it. */
    private readonly onEnd: () => void,
  ) {
    this.position = viewer.sources.map(() => 0);
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        cancel: () => this.close(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
    );
  }

  /** The stream as a follower of one of its histories, from a number on. */
  follower(source: number, from: number): Follower {
    this.position[source] = from;
    return {
      take: (events) => this.take(source, events),
      skip: (seq) => {
        this.position[source] = seq;
        this.send("anew", "{}");
      },
    };
  }

  /** Says that it is still there, and how far it has come. */
  beat(): void {
    this.write(`: beat\nid: ${this.at}\n\n`);
  }

  send(name: string, data: string): void {
    this.write(`event: ${name}\nid: ${this.at}\ndata: ${data}\n\n`);
  }

  /**
   * Ends it where what its member may see has changed: the browser reads anew what it shows, and comes back, through
   * the gate, which knows what they may see from now on. What was not told them till then is not told again.
   */
  endAnew(): void {
    this.send("anew", "{}");
    this.close();
  }

  /** Ends it; the browser is told where it should not come back at once. */
  end(name?: "ended"): void {
    if (name) this.send(name, "{}");
    this.close();
  }

  get ended(): boolean {
    return this.controller === undefined;
  }

  private get at(): string {
    return positionText(this.position as Position);
  }

  private take(source: number, events: readonly StudyEvent[]): void {
    let told: string[] = [];
    for (const event of events) {
      if (event.seq <= (this.position[source] ?? 0)) continue;
      this.position[source] = event.seq;
      const text = event.told(this.viewer, source);
      if (text) told.push(text);
      if (source > 0 || !event.turnsSight) continue;
      this.tell(told);
      told = [];
      // What comes after is seen with other eyes: those that the stream began with, or not by this one.
      if (event.seq > this.viewer.knownAt) {
        this.endAnew();
        return;
      }
      this.send("anew", "{}");
    }
    this.tell(told);
  }

  private tell(told: readonly string[]): void {
    // What is not shown moves the position all the same; the next message or beat says so.
    if (told.length > 0) this.send("changes", `[${told.join(",")}]`);
  }

  private write(text: string): void {
    if (!this.controller) return;
    if ((this.controller.desiredSize ?? 0) > 0) this.controller.enqueue(this.encoder.encode(text));
    else this.close();
  }

  private close(): void {
    const { controller } = this;
    if (!controller) return;
    this.controller = undefined;
    try {
      controller.close();
    } catch {
      // It was cancelled by the one who read it.
    }
    this.onEnd();
  }
}
