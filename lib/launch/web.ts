import net from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { keep } from "./keep";
import { root } from "./paths";
import { LaunchError } from "./say";

export interface WebServer {
  readonly port: number;
  /** Resolves when it has ended, with what to say about it if nobody asked it to. */
  readonly ended: Promise<LaunchError | undefined>;
  stop(): Promise<void>;
}

export interface WebOptions {
  readonly mode: "start" | "dev";
  readonly host: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly log: string;
  readonly onLine?: (line: string) => void;
}

/** Starts Next and waits until it takes connections. Undefined if the port was taken in the meantime. */
export async function startWeb(options: WebOptions): Promise<WebServer | undefined> {
  const { mode, host, port, log } = options;
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const kept = keep(
    {
      program: process.execPath,
      args: [next, mode, "-H", host, "-p", String(port)],
      cwd: root,
      log,
      stopSignal: "SIGTERM",
      lastSignal: "SIGKILL",
      wholeGroup: true,
    },
    { env: { ...process.env, ...options.env }, onLine: options.onLine },
  );
  let alive = true;
  void kept.ended.then(() => {
    alive = false;
  });
  while (alive && !(await answers(host, port))) await delay(50);
  const words = () =>
    new LaunchError(`The web server stopped.\n${kept.said.slice(-15).join("\n")}\nIts log: ${log}`);
  if (!alive) {
    if (kept.said.some((line) => line.includes("EADDRINUSE"))) return undefined;
    throw words();
  }
  let asked = false;
  return {
    port,
    ended: kept.ended.then(() => (asked ? undefined : words())),
    stop() {
      asked = true;
      return kept.stop();
    },
  };
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
