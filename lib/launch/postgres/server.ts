import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { LaunchError } from "../say";
import type { Binaries } from "./binaries";
import { type Cluster, diskFull, ROLE } from "./cluster";
import type { Identity } from "./identity";

export interface Server {
  readonly port: number;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Resolves when the server has ended, with what to say about it if nobody asked it to. */
  readonly ended: Promise<LaunchError | undefined>;
  /** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
  stop(): Promise<void>;
}

export type StartResult =
  | { readonly ok: true; readonly server: Server }
  | { readonly ok: false; readonly reason: "port_taken" };

/** Starts the server and waits until it takes connections, recovery after a crash included. */
export async function startServer(options: {
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly identity: Identity;
  readonly port: number;
  readonly log: string;
  readonly settings: Readonly<Record<string, string>>;
}): Promise<StartResult> {
  const { binaries, cluster, identity, port, log } = options;
  const args = ["-D", cluster.folder, "-p", String(port)];
  for (const [name, value] of Object.entries(options.settings)) args.push("-c", `${name}=${value}`);
  const order = JSON.stringify({ program: binaries.postgres, args, ...identity, cwd: cluster.folder, log });
  const keeper = spawn(process.execPath, [path.join(import.meta.dirname, "keeper.mjs"), order], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const said: string[] = [];
  let asked = false;
  const exited = new Promise<void>((resolve) => keeper.once("close", () => resolve()));
  const ready = await waitUntilReady(keeper, said, exited);
  if (!ready) {
    if (said.some((line) => /could not bind|could not create any TCP/.test(line)))
      return { ok: false, reason: "port_taken" };
    throw explain(said, cluster.folder, log);
  }
  const ended = exited.then(() => (asked ? undefined : explain(said, cluster.folder, log)));
  const server: Server = {
    port,
    ended,
    url: (database) => `postgresql://${ROLE}:${cluster.password}@127.0.0.1:${port}/${database}`,
    async stop() {
      asked = true;
      keeper.stdin?.end();
      await exited;
    },
  };
  return { ok: true, server };
}

/** Keeps the last lines for the explanation; false when the server ended before it was ready. */
function waitUntilReady(keeper: ChildProcess, said: string[], exited: Promise<void>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    keeper.once("error", reject);
    keeper.stdin?.on("error", () => {}); // it ended first; `exited` tells
    if (!keeper.stdout) return reject(new TypeError("the keeper has no output"));
    createInterface({ input: keeper.stdout }).on("line", (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      if (line.includes("database system is ready to accept connections")) resolve(true);
    });
    void exited.then(() => resolve(false));
  });
}

function explain(said: readonly string[], folder: string, log: string): LaunchError {
  if (said.some((line) => line.includes("No space left on device"))) return diskFull(path.dirname(folder));
  const words = said.filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL/.test(line)).slice(-5);
  return new LaunchError(
    `The database stopped. What was saved is kept in ${folder}.\n${words.join("\n")}\nIts log: ${log}`,
  );
}
