import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "./http";

/** Sends one request and answers the time it took. */
export type Send = (client: Client) => Promise<number>;

export interface Load {
  times: number[];
  /** Requests answered in a second, by all clients together. */
  rate: number;
}

/** Each client sends as soon as it has its answer: how much the server can do. */
export function closedLoop(sends: readonly Send[], seconds: number): Promise<Load> {
  return run(sends, seconds, async () => {});
}

/** Each client sends once in so many milliseconds, the clients one after the other: how people work. */
export function paced(sends: readonly Send[], seconds: number, every: number): Promise<Load> {
  return run(sends, seconds, async (client, turn, begun) => {
    const due = begun + (turn + client / sends.length) * every;
    await delay(Math.max(0, due - performance.now()));
  });
}

async function run(
  sends: readonly Send[],
  seconds: number,
  wait: (client: number, turn: number, begun: number) => Promise<void>,
): Promise<Load> {
  const times: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  await Promise.all(
    sends.map(async (send, index) => {
      const client = new Client();
      for (let turn = 0; performance.now() < until; turn += 1) {
        await wait(index, turn, begun);
        times.push(await send(client));
      }
      client.close();
    }),
  );
  return { times, rate: times.length / ((performance.now() - begun) / 1_000) };
}
