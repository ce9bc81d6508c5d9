import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { withClient } from "@/lib/launch/database";
import { lockFolder } from "@/lib/launch/lock";
import { portIsFree } from "@/lib/launch/ports";
import { startEmbedded } from "@/lib/launch/postgres/embedded";
import { serverIdentity } from "@/lib/launch/postgres/identity";
import { command, hold, newHome, postmaster, runs } from "@/tests/support/launch/launcher";

// Each test starts real servers, some of them twice; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 120_000 });

const started = z.object({ url: z.string(), web: z.number() });

const homes: string[] = [];
function home(): string {
  const made = newHome();
  homes.push(made);
  return made;
}
afterEach(() => {
  for (const folder of homes.splice(0)) rmSync(folder, { recursive: true, force: true });
});

it("tells a second start where the first one serves, and starts nothing", async () => {
  const folder = home();
  const first = await lockFolder(folder, "start");
  if (!first.ok) throw new Error("a new folder is locked");
  const early = await command("start", { KIKITORI_DATA: folder });
  expect(early).toMatchObject({
    code: 1,
    said: expect.stringContaining(`already starts (process ${process.pid}`),
  });
  first.lock.serves("http://127.0.0.1:4711");
  const second = await command("start", { KIKITORI_DATA: folder });
  expect(second).toMatchObject({
    code: 0,
    said: expect.stringContaining("already runs: http://127.0.0.1:4711"),
  });
  await first.lock.release();
  expect((await lockFolder(folder, "start")).ok).toBe(true);
});

it("frees the lock of a launcher that was killed, and leaves neither database nor web server behind", async () => {
  const folder = home();
  const { launcher, first } = await hold(folder);
  const { web } = started.parse(first);
  const database = postmaster(folder);
  expect([runs(database), runs(web)]).toEqual([true, true]);
  launcher.kill("SIGKILL");
  await vi.waitFor(() => expect([runs(database), runs(web)]).toEqual([false, false]), 15_000);
  expect((await lockFolder(folder, "start")).ok).toBe(true);
});

it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("stops everything cleanly on %s", async (signal) => {
  const folder = home();
  const { launcher, first } = await hold(folder);
  const { web } = started.parse(first);
  const database = postmaster(folder);
  launcher.kill(signal);
  launcher.kill(signal); // npm passes on what the terminal has sent as well
  const [code] = await once(launcher, "exit");
  expect(code).toBe(0);
  expect([runs(database), runs(web)]).toEqual([false, false]);
  expect(readFileSync(path.join(folder, "postgres.log"), "utf8")).toContain("database system is shut down");
});

it("restores everything saved after the database was killed", async () => {
  const folder = home();
  const before = await startEmbedded(folder);
  await withClient(before.url("postgres"), (client) =>
    client.query("CREATE TABLE kept AS SELECT '聞き取り' AS word"),
  );
  process.kill(postmaster(folder), "SIGKILL");
  expect((await before.ended)?.message).toContain("What was saved is kept");

  const after = await startEmbedded(folder);
  const found = await withClient(after.url("postgres"), (client) => client.query("SELECT word FROM kept"));
  await after.stop();
  expect(found.rows).toEqual([{ word: "聞き取り" }]);
});

it("starts although the process number of a dead database belongs to another program now", async () => {
  const folder = home();
  const before = await startEmbedded(folder);
  await before.stop();
  // Of the same user: of others PostgreSQL knows by itself that they are not its own.
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], {
    ...serverIdentity(),
    cwd: "/",
    stdio: "ignore",
  });
  await once(other, "spawn");
  onTestFinished(() => void other.kill());
  const file = path.join(folder, "postgres/postmaster.pid");
  writeFileSync(file, `${other.pid}\n${folder}/postgres\n0\n5432\n\n127.0.0.1\n0 0\nready\n`);
  const after = await startEmbedded(folder);
  await after.stop();
  expect(other.exitCode ?? other.signalCode).toBeNull();
});

it("stops a database that lost its launcher and its keeper, and starts again", async () => {
  const folder = home();
  const before = await startEmbedded(folder);
  const orphan = postmaster(folder);
  const keeper = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${orphan}/status`, "utf8"))?.[1]);
  process.kill(keeper, "SIGKILL");
  await before.ended;
  expect(runs(orphan)).toBe(true);
  const after = await startEmbedded(folder);
  expect(runs(orphan)).toBe(false);
  await after.stop();
});

it("leaves the data of another major version as they are and says how to move them", async () => {
  const folder = home();
  const data = path.join(folder, "postgres");
  mkdirSync(data);
  writeFileSync(path.join(data, "PG_VERSION"), "15\n");
  const { uid, gid } = serverIdentity();
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
  const { code, said } = await command("start", { KIKITORI_DATA: folder });
  expect(code).toBe(1);
  expect(said).toContain("written by PostgreSQL 15");
  expect(said).toContain("npm run db:backup");
  expect(readFileSync(path.join(data, "PG_VERSION"), "utf8")).toBe("15\n");
});

it("names the program on a taken port that was asked for, and starts nothing", async () => {
  const folder = home();
  const other = net.createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expect(await portIsFree(port)).toBe(false);
  const { code, said } = await command("start", { KIKITORI_DATA: folder, PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} is taken by`);
  expect(said).toContain(`(process ${process.pid})`);
});

it("refuses sample mode where others could reach it, and settings that make no sense", async () => {
  const open = await command("start", {
    KIKITORI_DATA: home(),
    KIKITORI_SAMPLE: "1",
    KIKITORI_HOST: "0.0.0.0",
  });
  expect(open).toMatchObject({ code: 1, said: expect.stringContaining("lets anyone sign in") });
  const odd = await command("start", { KIKITORI_DATA: home(), PORT: "eighty" });
  expect(odd).toMatchObject({ code: 1, said: expect.stringContaining("PORT: ") });
});
