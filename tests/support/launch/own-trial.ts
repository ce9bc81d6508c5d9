import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { databaseUrl, ensureDatabase } from "@/lib/launch/database";
import { freePort } from "@/lib/launch/ports";
import { locateBinaries } from "@/lib/launch/postgres/binaries";
import { openCluster } from "@/lib/launch/postgres/cluster";
import { serverIdentity } from "@/lib/launch/postgres/identity";
import { type Server, startServer } from "@/lib/launch/postgres/server";
import { loadSample, migrate } from "@/lib/launch/prepare";
import { startWeb, type WebServer } from "@/lib/launch/web";
import { whoListens } from "@/lib/launch/who-listens";
import { postmaster } from "./launcher";

/** An installation with the sample whose parts may be killed and started again, each on its port. */
export interface OwnTrial {
  readonly url: string;
  readonly database: string;
  /** Without a word, as by the machine's loss of power. */
  killWeb(): Promise<void>;
  startWeb(): Promise<void>;
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  stop(): Promise<void>;
}

export async function startOwnTrial(): Promise<OwnTrial> {
  const home = mkdtempSync(path.join(os.tmpdir(), "kikitori-kill-"));
  chmodSync(home, 0o711);
  const binaries = locateBinaries(home);
  const identity = serverIdentity();
  const cluster = await openCluster(home, binaries, identity);
  const log = path.join(home, "postgres.log");
  const databasePort = await freePort();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let database: Server | undefined;
  let web: WebServer | undefined;

  const startDatabase = async () => {
    const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "" };
    const started = await startServer({ binaries, cluster, identity, port: databasePort, log, settings });
    if (!started.ok) throw new Error("its port was taken");
    database = started.server;
  };
  await startDatabase();
  const env = {
    DATABASE_URL: databaseUrl(database?.url("postgres") ?? "", "kikitori"),
    KIKITORI_SAMPLE: "1",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXTAUTH_URL: url,
  };
  await ensureDatabase(database?.url("postgres") ?? "", "kikitori");
  await migrate(env.DATABASE_URL);
  await loadSample(env);
  const startOwnWeb = async () => {
    web = await startWeb({ mode: "start", host: "127.0.0.1", port, env, log: path.join(home, "web.log") });
    if (!web) throw new Error("its port was taken");
  };
  await startOwnWeb();
  return {
    url,
    database: env.DATABASE_URL,
    async killWeb() {
      const [, process_ = ""] = /process (\d+)/.exec(whoListens(port)) ?? [];
      process.kill(Number(process_), "SIGKILL");
      await web?.ended;
    },
    startWeb: startOwnWeb,
    async killDatabase() {
      process.kill(postmaster(home), "SIGKILL");
      await database?.ended;
    },
    startDatabase,
    async stop() {
      await web?.stop();
      await database?.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
