import { chmodSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort, portIsFree } from "../ports";
import { LaunchError, say } from "../say";
import { type Binaries, locateBinaries } from "./binaries";
import { type Cluster, openCluster } from "./cluster";
import { type Identity, serverIdentity } from "./identity";
import { clearLeftover } from "./leftover";
import { type Server, startServer } from "./server";

/** Tried first, so that the address stays the same from day to day. */
const USUAL_PORT = 5530;
const LOG_LIMIT = 8 * 1024 * 1024;

const COMMON = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "120",
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  random_page_cost: "1.1",
  jit: "off",
};
/** Only for data that are thrown away: nothing waits for the disk. */
const UNSAFE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Starts the embedded server on the data in `home`. The caller holds the lock of that folder. */
export async function startEmbedded(home: string): Promise<Server> {
  const identity = serverIdentity();
  const binaries = locateBinaries(home);
  const cluster = await openCluster(home, binaries, identity);
  const leftover = await clearLeftover(cluster.folder);
  if (leftover === "died") {
    say("The last run ended without a clean shutdown; PostgreSQL restores everything that was saved.");
  }
  if (leftover === "stopped")
    say("The database of an earlier run was still running; it was stopped properly.");
  return startOnFreePort({ home, binaries, cluster, identity, settings: COMMON, firstPort: USUAL_PORT });
}

export interface ThrowAway extends Server {
  readonly folder: string;
}

/**
 * A server on new data in the system's temporary folder; stopping it deletes them. Only measurements ask
 * it to wait for the disk as the real one does.
 */
export async function startThrowAway(name: string, durable = false): Promise<ThrowAway> {
  const home = mkdtempSync(path.join(os.tmpdir(), `kikitori-${name}-`));
  chmodSync(home, 0o711);
  const identity = serverIdentity();
  const binaries = locateBinaries(home);
  const cluster = await openCluster(home, binaries, identity);
  const settings = durable ? COMMON : { ...COMMON, ...UNSAFE };
  const server = await startOnFreePort({ home, binaries, cluster, identity, settings });
  return {
    ...server,
    folder: home,
    async stop() {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function startOnFreePort(options: {
  readonly home: string;
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly identity: Identity;
  readonly settings: Readonly<Record<string, string>>;
  readonly firstPort?: number;
}): Promise<Server> {
  const log = path.join(options.home, "postgres.log");
  keepShort(log);
  // Between the look and the start another program may take the port; then the next one is tried.
  for (let attempt = 0; attempt < 5; attempt++) {
    const first = attempt === 0 ? options.firstPort : undefined;
    const port = first !== undefined && (await portIsFree(first)) ? first : await freePort();
    const started = await startServer({ ...options, log, port });
    if (started.ok) return started.server;
  }
  throw new LaunchError(
    "No free port was found for the database. Stop some servers on this machine and start again.",
  );
}

function keepShort(log: string): void {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) truncateSync(log, 0);
}
