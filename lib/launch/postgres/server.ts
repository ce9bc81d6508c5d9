import path from "node:path";
import { type Kept, keep } from "../keep";
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

export interface StartOptions {
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly identity: Identity;
  readonly port: number;
  readonly log: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Starts the server and waits until it takes connections, recovery after a crash included. */
export async function startServer(options: StartOptions): Promise<StartResult> {
  const { binaries, cluster, identity, port, log } = options;
  const args = ["-D", cluster.folder, "-p", String(port)];
  for (const [name, value] of Object.entries(options.settings)) args.push("-c", `${name}=${value}`);

  const kept = keep(
    {
      ...identity,
      program: binaries.postgres,
      args,
      cwd: cluster.folder,
      log,
      stopSignal: "SIGINT", // PostgreSQL's fast shutdown: it ends transactions and writes a checkpoint
      lastSignal: "SIGQUIT", // its immediate one: the next start recovers from its log
      wholeGroup: false,
    },
    { saysWhenReady: /database system is ready to accept connections/ },
  );
  if (!(await kept.ready)) {
    const taken = kept.said.some((line) => /could not bind|could not create any TCP/.test(line));
    if (taken) return { ok: false, reason: "port_taken" };
    throw explain(kept, options);
  }
  let asked = false;
  const server: Server = {
    port,
    ended: kept.ended.then(() => (asked ? undefined : explain(kept, options))),
    url: (database) => `postgresql://${ROLE}:${cluster.password}@127.0.0.1:${port}/${database}`,
    stop() {
      asked = true;
      return kept.stop();
    },
  };
  return { ok: true, server };
}

function explain({ said }: Kept, { cluster, log }: StartOptions): LaunchError {
  if (said.some((line) => line.includes("No space left on device"))) {
    return diskFull(path.dirname(cluster.folder));
  }
  const words = said.filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL/.test(line)).slice(-5);
  return new LaunchError(
    `The database stopped. What was saved is kept in ${cluster.folder}.\n${words.join("\n")}\nIts log: ${log}`,
  );
}
