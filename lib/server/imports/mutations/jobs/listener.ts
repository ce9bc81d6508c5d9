import "server-only";
import { Client } from "pg";
import { env } from "@/lib/server/env";
import { CHANNEL } from "./wake";

/** The first wait before a lost connection is made again, doubled up to the longest, in milliseconds. */
const FIRST = 500;
const LONGEST = 30_000;

/** Calls back whenever a file waits for a worker. Holds one connection, and makes it anew where it is lost. */
export class Listener {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly woken: () => void) {
    void this.listen(FIRST);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(wait: number): Promise<void> {
    const client = new Client({ connectionString: env().DATABASE_URL });
    this.client = client;
    let lost = false;
    let next = wait;
    const again = () => {
      if (lost || this.stopped) return;
      lost = true;
      void client.end().catch(() => undefined);
      this.timer = setTimeout(() => void this.listen(Math.min(next * 2, LONGEST)), next).unref();
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", () => this.woken());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      next = FIRST;
      // What came while nobody listened.
      this.woken();
    } catch {
      again();
    }
  }
}
