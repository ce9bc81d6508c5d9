import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Identity } from "./postgres/identity";

/** What the keeper is to run, and how it stops it: first kindly, after half a minute for good. */
export interface Order extends Identity {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** A file to which everything is added that the server says. */
  readonly log: string;
  readonly stopSignal: "SIGINT" | "SIGTERM";
  readonly lastSignal: "SIGQUIT" | "SIGKILL";
  /** Whether the signals go to the server's children too. */
  readonly wholeGroup: boolean;
}

export interface KeepOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly onLine?: (line: string) => void;
  /** What the server says when it is ready. That something answers would not do: it may be another program. */
  readonly saysWhenReady?: RegExp;
}

export interface Kept {
  /** Whether it said what it says when it is ready; false once it has ended without. */
  readonly ready: Promise<boolean>;
  /** The last lines that the server said. */
  readonly said: readonly string[];
  /** Resolves when the server and all its output have ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server that does not outlive this process. */
export function keep(order: Order, { env, onLine, saysWhenReady }: KeepOptions = {}): Kept {
  const said: string[] = [];
  const keeper = spawn(
    process.execPath,
    [path.join(import.meta.dirname, "keeper.mjs"), JSON.stringify(order)],
    {
      stdio: ["pipe", "pipe", "inherit"],
      detached: true,
      env: env ?? process.env,
    },
  );
  keeper.stdin.on("error", () => {}); // the server ended first
  let announceReady = () => {};
  const readyLine = new Promise<true>((resolve) => {
    announceReady = () => resolve(true);
  });
  createInterface({ input: keeper.stdout }).on("line", (line) => {
    if (saysWhenReady?.test(line)) announceReady();
    said.push(line);
    if (said.length > 40) said.shift();
    onLine?.(line);
  });
  const ended = new Promise<void>((resolve, reject) => {
    keeper.once("error", reject);
    keeper.once("close", () => resolve());
  });
  return {
    ready: Promise.race([readyLine, ended.then(() => false)]),
    said,
    ended,
    async stop() {
      keeper.stdin.end();
      await ended;
    },
  };
}
