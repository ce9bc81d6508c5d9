import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test, vi } from "vitest";
import { guessOf } from "@/lib/server/interchange/guess";
import { readFile } from "@/lib/server/interchange/read-file";
import { readSafely } from "@/lib/server/interchange/read-safely";
import { ReaderPool } from "@/lib/server/interchange/safely/pool";
import { BOUNDS, ReaderProcess } from "@/lib/server/interchange/safely/reader-process";
import { docx, paragraph } from "@/tests/support/files/office";
import { lines, pdf } from "@/tests/support/files/pdf";

const said = (words: string) => new TextEncoder().encode(words);
const job = (name: string, bytes: Uint8Array) => ({
  kind: "read" as const,
  about: { name, encoding: null },
  bytes,
});
const READ = { ok: true, value: { ok: true } };
const pools: ReaderPool[] = [];
function pool(bounds: Partial<typeof BOUNDS> = {}): ReaderPool {
  const made = new ReaderPool({ ...BOUNDS, ...bounds });
  pools.push(made);
  return made;
}
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => {
  for (const each of pools) each.close();
});

/** A page of tables in tables, over which the reader sits for long: each cell's end is a line of its own. */
const slow = () => said(`<html>${"<td>a".repeat(1_500_000)}`);

describe("reading in another process", () => {
  test.each([
    ["a.txt", said("聞き手：はい？🍊\n")],
    ["a.docx", docx(paragraph("Interviewer: yes?"))],
    ["a.pdf", pdf([lines(["Interviewer: yes?"])])],
    ["a.csv", said("speaker,text\nA,b\n")],
    ["a.bin", new Uint8Array([0, 1, 2, 3])],
    ["half a pair", said("\uFFFD \u0000")],
  ])("answers the same as here: %s", async (name, bytes) => {
    const here = await readFile(name, bytes);
    expect(await readSafely(name, bytes)).toEqual(here.ok ? { ...here, guess: guessOf(here.reading) } : here);
  });

  test("twenty at once, each with its own answer", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Speaker ${index}: words\n`);
    const files = await Promise.all(names.map((words) => readSafely("a.txt", said(words))));
    expect(files.map((file) => file.ok && file.reading.kind === "lines" && file.reading.text)).toEqual(names);
  });

  test("of a table no more rows come back than are of use, and one by which that is known", async () => {
    const rows = async (file: string) => {
      const read = await readSafely("a.csv", said(file), { rows: 3 });
      return read.ok && read.reading.kind === "table" ? read.reading.rows.length : null;
    };
    expect(await rows("a,b\nc,d\n")).toBe(2);
    expect(await rows(`a,b\n${"c,d\n".repeat(50)}`)).toBe(4);
  });

  test("fifty megabytes go over whole, and a byte more is refused", async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024).fill(0x61);
    expect(await readSafely("a.txt", bytes)).toEqual({ ok: false, reason: "text_too_long" });
    expect(await readSafely("a.txt", new Uint8Array(bytes.length + 1))).toEqual({
      ok: false,
      reason: "too_large",
    });
  });
});

describe("a process that does harm is ended, and another takes its place", () => {
  test("when it takes too long", async () => {
    const readers = pool({ time: 30_000 });
    expect(await readers.run(job("a.txt", said("warm")))).toMatchObject(READ);
    const quick = pool({ time: 1 });
    expect(await quick.run(job("a.html", slow()))).toEqual({ ok: false, reason: "took_too_long" });
    expect(await readers.run(job("a.txt", said("after")))).toMatchObject(READ);
  });

  test("when JavaScript's memory is full", async () => {
    const readers = pool({ heap: 48 });
    const bytes = said(`a,b\n${"x,y\n".repeat(300_000)}`);
    expect(await readers.run(job("a.csv", bytes))).toEqual({ ok: false, reason: "took_too_much_memory" });
    expect(await readers.run(job("a.txt", said("after")))).toMatchObject(READ);
  });

  test.skipIf(process.platform !== "linux")("when all its memory together is too much", async () => {
    const readers = pool({ memory: 150 });
    const bytes = said(`a,b\n${"x,y\n".repeat(900_000)}`);
    expect(await readers.run(job("a.csv", bytes))).toEqual({ ok: false, reason: "took_too_much_memory" });
  });

  test("when somebody cancels", async () => {
    const stop = new AbortController();
    const reading = pool().run(job("a.csv", said(`a,b\n${"x,y\n".repeat(900_000)}`)), stop.signal);
    stop.abort();
    expect(await reading).toEqual({ ok: false, reason: "reading_cancelled" });
    expect(await pool().run(job("a.txt", said("x")), stop.signal)).toEqual({
      ok: false,
      reason: "reading_cancelled",
    });
  });

  test.skipIf(process.platform !== "linux")("for certain: nothing of it is left", async () => {
    const reader = new ReaderProcess({ ...BOUNDS, time: 1 });
    const { pid } = reader;
    expect(await reader.run(job("a.html", slow()))).toEqual({ ok: false, reason: "took_too_long" });
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

test.skipIf(process.platform !== "linux")(
  "a reader knows nothing of the database or of secrets",
  async () => {
    const reader = new ReaderProcess(BOUNDS);
    await reader.run(job("a.txt", said("x")));
    const environment = readFileSync(`/proc/${reader.pid}/environ`, "utf8");
    reader.kill();
    expect(process.env.DATABASE_URL).toBeTruthy();
    expect(environment).not.toMatch(/DATABASE|SECRET|NEXTAUTH/);
  },
);

/** Whether a process runs; one that has ended and waits to be told of does not. */
function isAlive(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}
