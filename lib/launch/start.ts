import path from "node:path";
import { build } from "./build";
import { dataHome, makeHome } from "./home";
import { type Lock, lockFolder } from "./lock";
import { nextFreePort } from "./ports";
import { startEmbedded } from "./postgres/embedded";
import { generateClient, loadSample, migrate } from "./prepare";
import { LaunchError, say } from "./say";
import { sessionSecret } from "./secret";
import { readSettings, type Settings, sampleMode } from "./settings";
import { aborted, Cleanup, Stopped, stopSignal } from "./stop";
import { startWeb, type WebServer } from "./web";
import { choosePort } from "./web-port";

export const start = () => run("start");
export const dev = () => run("dev");

type Mode = "start" | "dev";
type Ended = Promise<LaunchError | undefined>;

/** Starts everything, says where, and stays until it is asked to stop or a part of it ends. */
async function run(mode: Mode): Promise<number> {
  const settings = readSettings();
  const sample = sampleMode(settings);
  const home = dataHome(settings.KIKITORI_DATA);
  makeHome(home);
  const locked = await lockFolder(home, mode);
  if (!locked.ok) {
    const { pid, url } = locked.holder ?? {};
    say(
      `Kikitori already ${url ? `runs: ${url}` : "starts"} (process ${pid ?? "unknown"}; data in ${home}).`,
    );
    return url ? 0 : 1;
  }
  const signal = stopSignal();
  const cleanup = new Cleanup();
  cleanup.add(() => locked.lock.release());
  try {
    await serve({ mode, settings, sample, home, lock: locked.lock, signal, cleanup });
    return 0;
  } catch (thrown) {
    if (thrown instanceof Stopped || signal.aborted) return 0;
    throw thrown;
  } finally {
    await cleanup.run();
    if (signal.aborted) say("Stopped.");
  }
}

interface Start {
  readonly mode: Mode;
  readonly settings: Settings;
  readonly sample: boolean;
  readonly home: string;
  readonly lock: Lock;
  readonly signal: AbortSignal;
  readonly cleanup: Cleanup;
}

async function serve({ mode, settings, sample, home, lock, signal, cleanup }: Start): Promise<void> {
  const port = await choosePort(settings);
  const database = await openDatabase(settings, home, cleanup);
  signal.throwIfAborted();
  await generateClient(signal);
  await migrate(database.url, signal);

  const urlOf = (at: number) => settings.NEXTAUTH_URL ?? `http://${hostInUrl(settings.KIKITORI_HOST)}:${at}`;
  const environment = (at: number) => ({
    DATABASE_URL: database.url,
    KIKITORI_SAMPLE: sample ? "1" : "0",
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? sessionSecret(home),
    NEXTAUTH_URL: urlOf(at),
  });
  if (sample) await loadSample(environment(port), signal);
  if (mode === "start") await build(signal);

  const web = await startOnPort({ mode, settings, port, environment, log: path.join(home, "web.log") });
  cleanup.add(() => web.stop());
  signal.throwIfAborted();
  const url = urlOf(web.port);
  lock.serves(url);
  say(`\nKikitori is ready: ${url}\n`);
  if (sample) say("Sample mode: anyone on this machine can sign in with the sample accounts.");
  if (!settings.DATABASE_URL) say(`Data: ${home}`);
  say("Ctrl-C stops it.");

  const failure = await Promise.race([aborted(signal).then(() => undefined), web.ended, database.ended]);
  if (failure && !signal.aborted) throw failure;
}

async function openDatabase(
  settings: Settings,
  home: string,
  cleanup: Cleanup,
): Promise<{ url: string; ended: Ended }> {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, ended: new Promise(() => {}) };
  const server = await startEmbedded(home);
  cleanup.add(() => server.stop());
  return { url: server.url("kikitori"), ended: server.ended };
}

/** As an address writes it; where every address of the machine is meant, this machine's own name for itself. */
function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** Another program may take the port between the look and the start; then the next one is tried. */
async function startOnPort(options: {
  readonly mode: Mode;
  readonly settings: Settings;
  readonly port: number;
  readonly environment: (port: number) => Record<string, string>;
  readonly log: string;
}): Promise<WebServer> {
  const { mode, settings, environment, log } = options;
  const host = settings.KIKITORI_HOST;
  for (let attempt = 0, port = options.port; attempt < 3; attempt++) {
    const env = environment(port);
    const web = await startWeb({
      mode,
      host,
      port,
      env,
      log,
      onLine: mode === "dev" ? say : sayUnlessBanner,
    });
    if (web) return web;
    if (settings.PORT !== undefined) break;
    port = await nextFreePort(port + 1, host);
  }
  throw new LaunchError(`Port ${options.port} was taken while the app started. Start again.`);
}

/** Next's own greeting says nothing that the address does not; whatever else it says is passed on. */
function sayUnlessBanner(line: string): void {
  if (!/^\s*($|▲|- |✓)/.test(line)) say(line);
}
