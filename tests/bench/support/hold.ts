import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { target } from "./target";

const Held = z.object({ longest: z.number() });

/** A thread that does nothing else: what it is held for, the machine is held for. */
const IDLE = `
  const { parentPort } = require("node:worker_threads");
  const delays = require("node:perf_hooks").monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  parentPort.on("message", () => {
    parentPort.postMessage({ longest: delays.max / 1e6 });
    delays.reset();
  });
`;

/** Milliseconds at a stretch in which the server answered nobody, and in which a thread that is idle did not run. */
export interface Hold {
  server: number;
  idle: number;
}

/** What of it is the server's doing, in milliseconds: at least that much, since the two need not have met the same moment. */
export const ownHold = ({ server, idle }: Hold) => Math.max(0, server - idle);

/** Measures how long the server is held, beside what the machine holds anybody. */
export class HoldWatch {
  private readonly idle = new Worker(IDLE, { eval: true });

  /** The longest since the last call. */
  async longest(): Promise<Hold> {
    const answer = await fetch(`${target.BASE_URL}/api/hold`);
    const said = once(this.idle, "message");
    this.idle.postMessage(null);
    const [idle] = await said;
    return { server: Held.parse(await answer.json()).longest, idle: Held.parse(idle).longest };
  }

  async stop(): Promise<void> {
    await this.idle.terminate();
  }
}
