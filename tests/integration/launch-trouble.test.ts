import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { withClient } from "@/lib/launch/database";
import { portIsFree } from "@/lib/launch/ports";
import { startEmbedded } from "@/lib/launch/postgres/embedded";
import { startWeb } from "@/lib/launch/web";
import { choosePort } from "@/lib/launch/web-port";
import { command, hold, newHome, postmaster, runs } from "@/tests/support/launch/launcher";
import { closedCheckout, smallDisk } from "@/tests/support/launch/places";

// Each test starts real servers, some of them twice; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 120_000 });

const HOST = "127.0.0.1";
const started = z.object({ home: z.string(), url: z.string(), web: z.number() });

function home(): string {
  const made = newHome();
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Makes sure that something listens on the port until the test ends: this process, unless something does already. */
async function take(port: number): Promise<number> {
  const server = net.createServer();
  const taken = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false)).listen(port, HOST, () => resolve(true));
  });
  onTestFinished(() => void (taken && server.close()));
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

it("takes the next free port where the usual one is taken, and only there", async () => {
  await take(3000);
  const chosen = await choosePort({ KIKITORI_HOST: HOST });
  expect(chosen).toBeGreaterThan(3000);
  expect(await portIsFree(chosen)).toBe(true);
  expect(await choosePort({ PORT: chosen, KIKITORI_HOST: HOST })).toBe(chosen);
  await expect(choosePort({ PORT: 3000, KIKITORI_HOST: HOST })).rejects.toThrow("Port 3000 is taken by");
});

it("does not take another program's answer for the app's", async () => {
  const port = await take(0);
  const folder = home();
  const log = path.join(folder, "web.log");
  expect(await startWeb({ mode: "start", host: HOST, port, env: {}, log })).toBeUndefined();
  expect(readFileSync(log, "utf8")).toContain("EADDRINUSE");
});

it("starts the database on another port where its usual one is taken", async () => {
  await take(5530);
  const server = await startEmbedded(home());
  expect(server.port).not.toBe(5530);
  await server.stop();
});

it("of two starts at once lets one in, and tells the other who is", async () => {
  const folder = home();
  const both = await Promise.all([hold(folder), hold(folder)]);
  const [winner, loser] = both[0].launcher.pid === holderOf(both[1].first) ? both : both.toReversed();
  expect(loser && holderOf(loser.first)).toBe(winner?.launcher.pid);
  const { url } = started.parse(winner?.first);
  const found = await withClient(url, (client) => client.query("SELECT 1 AS one"));
  expect(found.rows).toEqual([{ one: 1 }]);
  winner?.launcher.kill("SIGINT");
  await once(winner?.launcher ?? process, "exit");
});

const holderOf = (first: unknown) =>
  z.object({ ok: z.literal(false), holder: z.object({ pid: z.number() }) }).safeParse(first).data?.holder.pid;

it("starts again at once after the database and its keeper were killed in the middle of work", async () => {
  const folder = home();
  const before = await startEmbedded(folder);
  const work = withClient(before.url("postgres"), async (client) => {
    await client.query("CREATE TABLE kept AS SELECT 1 AS one");
    // PostgreSQL looks up from this only when it is done, whatever happens to its other processes, or when the
    // time is up, for the sake of whoever sees this test fail.
    await client.query("SET statement_timeout = '60s'");
    await client.query("SELECT count(*) FROM (SELECT generate_series(1, 1000000000000)) AS long");
  });
  const cut = expect(work).rejects.toThrow(/terminat|ECONNRESET/);
  const pid = postmaster(folder);
  await vi.waitFor(
    () =>
      withClient(before.url("postgres"), async (client) => {
        const { rowCount } = await client.query(
          "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%AS long' AND pid <> pg_backend_pid()",
        );
        expect(rowCount).toBe(1);
      }),
    10_000,
  );
  process.kill(keeperOf(pid), "SIGKILL");
  process.kill(pid, "SIGKILL");
  const after = await startEmbedded(folder);
  await cut;
  const found = await withClient(after.url("postgres"), (client) => client.query("SELECT one FROM kept"));
  await after.stop();
  expect(found.rows).toEqual([{ one: 1 }]);
});

const keeperOf = (pid: number) =>
  Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);

it("keeps the data of a closed home folder where PostgreSQL reaches them", async () => {
  const asRoot = process.getuid?.() === 0;
  const { checkout, remove } = closedCheckout();
  onTestFinished(remove);
  const { launcher, first } = await hold(undefined, checkout);
  const { home: place, url } = started.parse(first);
  if (asRoot) onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const pid = postmaster(place);
  const found = await withClient(url, (client) => client.query("SELECT 1 AS one"));
  expect(found.rows).toEqual([{ one: 1 }]);
  // As root the server runs as nobody, who cannot pass into the checkout; anybody else's server is their own.
  expect(statSync(`/proc/${pid}`).uid).toBe(asRoot ? 65534 : process.getuid?.());
  expect(place.startsWith(checkout)).toBe(!asRoot);
  expect(readdirSync(place).some((name) => name.startsWith("postgresql-"))).toBe(asRoot);
  launcher.kill("SIGINT");
  const [code] = await once(launcher, "exit");
  expect([code, runs(pid)]).toEqual([0, false]);
});

const tooSmall = smallDisk(1);
tooSmall?.remove();

it.skipIf(!tooSmall)(
  "on a disk without room says so, and leaves nothing there (root mounts it)",
  async () => {
    const disk = smallDisk(100);
    onTestFinished(() => disk?.remove());
    const { code, said } = await command("start", { KIKITORI_DATA: disk?.home ?? "" });
    expect(code).toBe(1);
    expect(said).toContain("is full. What was saved is kept. Free some space there");
    expect(readdirSync(disk?.home ?? "")).toEqual([]);
  },
);

it.skipIf(!tooSmall)("keeps what was saved when the disk fills up under it (root mounts it)", async () => {
  const disk = smallDisk(400);
  if (!disk) throw new Error("a disk was mounted a moment ago");
  onTestFinished(() => disk.remove());
  const before = await startEmbedded(disk.home);
  await withClient(before.url("postgres"), (client) =>
    client.query("CREATE TABLE kept AS SELECT '聞き取り'::text AS word"),
  );
  const filler = path.join(disk.home, "filler");
  fill(filler);
  const refused = withClient(before.url("postgres"), (client) =>
    client.query("INSERT INTO kept SELECT repeat(md5(n::text), 100) FROM generate_series(1, 100000) n"),
  );
  await expect(refused).rejects.toThrow(/No space left on device|terminated/);
  await before.stop();
  await expect(startEmbedded(disk.home)).rejects.toThrow("is full. What was saved is kept.");
  rmSync(filler);
  const after = await startEmbedded(disk.home);
  const found = await withClient(after.url("postgres"), (client) => client.query("SELECT word FROM kept"));
  await after.stop();
  expect(found.rows).toEqual([{ word: "聞き取り" }]);
});

/** Writes until the disk takes no more. */
function fill(file: string): void {
  const block = Buffer.alloc(1024 * 1024);
  try {
    for (;;) writeFileSync(file, block, { flag: "a" });
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: "ENOSPC" });
  }
}
