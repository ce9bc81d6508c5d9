import { randomBytes } from "node:crypto";
import path from "node:path";
import { type Build, build, isBuilt, MEASURED, PRODUCT } from "./build";
import { dataHome } from "./home";
import { holderOf } from "./lock";
import { freePort } from "./ports";
import { startThrowAway } from "./postgres/embedded";
import { generateClient, loadSample, migrate } from "./prepare";
import { LaunchError, say } from "./say";
import { readSettings } from "./settings";
import type { Cleanup } from "./stop";
import { startWeb } from "./web";

export interface Trial {
  /** What the tests and measurements need to know of it, as their environment. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A production server with the sample study, on a database that is thrown away. A measured one waits for
 * the disk as the real one does, and has the handler to measure beside.
 */
export async function startTrial(options: {
  readonly name: string;
  readonly measured: boolean;
  readonly signal: AbortSignal;
  readonly cleanup: Cleanup;
}): Promise<Trial> {
  const { name, measured, signal, cleanup } = options;
  const kind = measured ? MEASURED : PRODUCT;
  await generateClient(signal);
  const building = buildUnlessInUse(kind, signal);
  // Whether it failed is asked below; until then nobody waits for it.
  building.catch(() => undefined);
  const database = await startThrowAway(name, measured);
  cleanup.add(() => database.stop());
  const port = await freePort();
  const env = {
    ...kind.env,
    DATABASE_URL: database.url("kikitori"),
    KIKITORI_SAMPLE: "1",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
  };
  await migrate(env.DATABASE_URL, signal);
  await loadSample(env, signal);
  await building;
  const log = path.join(database.folder, "web.log");
  const web = await startWeb({ mode: "start", host: "127.0.0.1", port, env, log, onLine: sayErrors });
  if (!web) throw new LaunchError(`Port ${port} was taken while the app started. Start again.`);
  cleanup.add(() => web.stop());
  return { env: { ...env, BASE_URL: env.NEXTAUTH_URL } };
}

/** A new build would pull the pages from under a server that runs from this folder. */
async function buildUnlessInUse(kind: Build, signal: AbortSignal): Promise<void> {
  if (isBuilt(kind)) return;
  if (kind !== PRODUCT) return build(signal, kind);
  const home = dataHome(readSettings().KIKITORI_DATA);
  const holder = await holderOf(home);
  if (holder?.command === "start") {
    throw new LaunchError(
      `Kikitori runs from this folder (process ${holder.pid}) on an older build, which a new one would replace. ` +
        "Stop it with Ctrl-C, then run this again.",
    );
  }
  await build(signal);
}

function sayErrors(line: string): void {
  if (/error|⨯/i.test(line)) say(line);
}
