import path from "node:path";
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

/** Starts Next and waits until it listens. Undefined if the port was taken in the meantime. */
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
    { env: { ...process.env, ...options.env }, onLine: options.onLine, saysWhenReady: /Ready in \d/ },
  );
  const words = () =>
    new LaunchError(`The web server stopped.\n${kept.said.slice(-15).join("\n")}\nIts log: ${log}`);
  if (!(await kept.ready)) {
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
