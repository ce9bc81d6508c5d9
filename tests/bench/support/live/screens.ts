import { once } from "node:events";
import { Agent, type ClientRequest, get } from "node:http";
import { performance } from "node:perf_hooks";
import type { Session } from "../session";
import { target } from "../target";

/** Screens that show what happens: streams of live events, each in a connection of its own. */
export interface Screens {
  /** From when something was sent until it was on each of the screens, in milliseconds. */
  readonly times: number[];
  /** Notes that something is sent now. */
  sent(id: string): void;
  /** Throws where some screen was not told of all that was sent, once, or a stream has ended. */
  settled(): Promise<void>;
  close(): void;
}

/** Opens a stream at an address for each session. */
export async function openScreens(address: string, sessions: readonly Session[]): Promise<Screens> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const begun = new Map<string, number>();
  const told = new Map<string, number>();
  const times: number[] = [];
  let ended = 0;
  const hear = (id: string) => {
    const at = begun.get(id);
    told.set(id, (told.get(id) ?? 0) + 1);
    if (at !== undefined) times.push(performance.now() - at);
  };
  const requests: ClientRequest[] = [];
  for (const { name, value } of sessions) {
    const headers = { cookie: `${name}=${value}`, accept: "text/event-stream" };
    const request = get(new URL(address, target.BASE_URL), { agent, headers });
    requests.push(request);
    const [response] = await once(request, "response");
    if (response.statusCode !== 200) throw new Error(`a stream was refused with ${response.statusCode}`);
    let text = "";
    response.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) for (const [, id = ""] of block.matchAll(NAMED)) hear(id);
    });
    response.on("close", () => {
      ended += 1;
    });
    response.on("error", () => undefined);
  }
  return {
    times,
    sent: (id) => begun.set(id, performance.now()),
    async settled() {
      const all = begun.size * sessions.length;
      const patience = performance.now() + 10_000;
      const count = () => [...begun.keys()].reduce((sum, id) => sum + (told.get(id) ?? 0), 0);
      while (count() < all && performance.now() < patience) await new Promise((next) => setTimeout(next, 50));
      if (count() !== all) throw new Error(`${count()} of ${all} came to the screens`);
      if (ended > 0) throw new Error(`${ended} streams ended`);
    },
    close() {
      for (const request of requests) request.destroy();
      agent.destroy();
    },
  };
}

/** The id of an event, not of its rows. */
const NAMED = /(?:"actor":\{[^}]*\},|\[\{)"id":"([0-9a-f-]{36})"/g;
