import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ownProgram } from "@/lib/launch/step";
import { batchOf } from "@/lib/server/imports/data";
import { addUploads, claim, type ReadFile, readFile, storeUpload } from "@/lib/server/imports/mutations";
import { testDatabaseUrl } from "@/tests/support/database";
import { importChoices } from "@/tests/support/imports/batch";
import { importDesk } from "@/tests/support/imports/desk";
import { broughtIn, reaches, signal, startWorker, uploadRow } from "@/tests/support/imports/files";

const desk = importDesk();
const { send, add, work } = desk;

describe("when a server ends in the middle", () => {
  test("of reading, without a word, another takes the file up after the lease", async () => {
    const id = await send({ name: "held.txt" });
    const { program, args } = ownProgram("tests/support/imports/hold.ts", ["4000"]);
    const server = spawn(program, args, { env: { ...process.env, DATABASE_URL: testDatabaseUrl } });
    onTestFinished(() => void server.kill("SIGKILL"));
    const [said] = (await once(server.stdout, "data")) as [Buffer];
    expect(said.toString().trim()).toBe("held.txt");
    expect(await uploadRow(id)).toMatchObject({ status: "reading", attempts: 1 });
    work();
    // While the first lives, its lease is renewed, and the second finds other work only.
    const other = await send({ name: "2.txt" });
    await reaches(other, "read");
    const first = (await uploadRow(id)).leasedUntil?.getTime() ?? 0;
    await vi.waitFor(
      async () => expect((await uploadRow(id)).leasedUntil?.getTime()).toBeGreaterThan(first + 4000),
      { timeout: 30_000 },
    );
    expect(await uploadRow(id)).toMatchObject({ status: "reading", attempts: 1 });
    server.kill("SIGKILL");
    await once(server, "exit");
    await reaches(id, "read");
  }, 90_000);

  test("between storing and saying so, the transcript is there once", async () => {
    const first = work();
    const id = await send();
    await reaches(id, "read");
    await first.stop();
    await add(id);
    const job = await claim(1);
    expect(job).toMatchObject({ id, step: "storing" });
    if (job) await storeUpload(job, desk.coder);
    expect(await broughtIn()).toHaveLength(1);
    work();
    await reaches(id, "stored");
    expect(await broughtIn()).toHaveLength(1);
    expect((await uploadRow(id)).transcriptId).toBe((await broughtIn())[0]?.id);
  });

  test("politely, its work is given back at once and costs no try", async () => {
    const begun = signal();
    const released = signal();
    const held = startWorker({
      read: async (...file) => {
        begun.say();
        await released.said;
        return readFile(...file);
      },
    });
    const id = await send();
    await begun.said;
    const stopped = held.stop();
    await vi.waitFor(async () =>
      expect(await uploadRow(id)).toMatchObject({ status: "received", attempts: 0 }),
    );
    work();
    await reaches(id, "read");
    released.say();
    await stopped;
    expect((await uploadRow(id)).status).toBe("read");
  });

  test("three times over one file, that file is given up and says so", async () => {
    const id = await send();
    for (let tries = 1; tries <= 3; tries += 1) {
      const job = await vi.waitFor(async () => {
        const taken = await claim(1);
        expect(taken).not.toBeNull();
        return taken;
      });
      expect(job).toMatchObject({ id, attempts: tries });
    }
    work();
    await reaches(id, "failed");
    expect((await uploadRow(id)).problem).toBe("import_gave_up");
  });
});

test("two servers share the work, and nothing is done twice", async () => {
  const reads: string[] = [];
  const read: ReadFile = (name, ...rest) => {
    reads.push(name);
    return readFile(name, ...rest);
  };
  work({ read });
  work({ read });
  const names = Array.from({ length: 30 }, (_, index) => `${index}.txt`);
  const ids = await Promise.all(names.map((name) => send({ name })));
  await vi.waitFor(
    async () => {
      const { uploads } = await batchOf(desk.coder, desk.batchId);
      expect(uploads.map(([, , , status]) => status)).toEqual(names.map(() => "read"));
    },
    { timeout: 15_000 },
  );
  expect(reads.sort()).toEqual(names.sort());
  await addUploads(
    desk.coder,
    desk.batchId,
    ids.map((id) => ({ id, choices: importChoices() })),
  );
  await Promise.all(ids.map((id) => reaches(id, "stored")));
  expect(await broughtIn()).toHaveLength(30);
});
