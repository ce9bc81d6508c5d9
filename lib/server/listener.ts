import "server-only";
import { Client } from "pg";
import { env } from "./env";

/** The first wait before a lost connection is made again, doubled up to the longest, in milliseconds. */
const FIRST = 500;
const LONGEST = 30_000;

interface Hearing {
  heard(words: string): void;
  /** Somebody listens from now on: what was said before has not been heard. */
  listening(): void;
}

/**
 * Hears what the database tells (LISTEN). One connection for the whole server, whatever is listened to;
 * it is made anew where it is lost, and closed when nobody listens any more.
 */
class Listener {
  private readonly hearings = new Map<string, Set<Hearing>>();
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** Answers how to stop, which resolves once nothing of it is open. */
  on(channel: string, hearing: Hearing): () => Promise<void> {
    const known = this.hearings.get(channel) ?? new Set();
    this.hearings.set(channel, known.add(hearing));
    if (this.client) void this.listen(this.client, [channel]).catch(() => undefined);
    else if (!this.timer) void this.connect(FIRST);
    return async () => {
      known.delete(hearing);
      if ([...this.hearings.values()].every((each) => each.size === 0)) await this.close();
    };
  }

  private async close(): Promise<void> {
    const { client } = this;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(wait: number): Promise<void> {
    const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    this.client = client;
    let next = wait;
    const again = () => {
      if (this.client !== client) return;
      this.client = undefined;
      void client.end().catch(() => undefined);
      this.timer = setTimeout(() => {
        this.timer = undefined;
        void this.connect(Math.min(next * 2, LONGEST));
      }, next).unref();
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", ({ channel, payload = "" }) => {
      for (const { heard } of this.hearings.get(channel) ?? []) heard(payload);
    });
    try {
      await client.connect();
      await this.listen(client, [...this.hearings.keys()]);
      next = FIRST;
    } catch {
      again();
    }
  }

  private async listen(client: Client, channels: readonly string[]): Promise<void> {
    await client.query(channels.map((channel) => `LISTEN ${channel}`).join("; "));
    for (const channel of channels) for (const { listening } of this.hearings.get(channel) ?? []) listening();
  }
}

// Modules are made more than once in a process: for pages, for handlers, and at each reload in development.
const kept = globalThis as typeof globalThis & { kikitoriListener?: Listener };

export function listener(): Listener {
  kept.kikitoriListener ??= new Listener();
  return kept.kikitoriListener;
}
