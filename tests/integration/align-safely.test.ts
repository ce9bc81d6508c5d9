import { afterEach, expect, test, vi } from "vitest";
import { type AlignableTurn, alignTurns } from "@/lib/domain/transcript";
import { alignSafely } from "@/lib/server/interchange/align-safely";
import { ReaderPool } from "@/lib/server/interchange/safely/pool";
import { BOUNDS } from "@/lib/server/interchange/safely/reader-process";

vi.setConfig({ testTimeout: 60_000 });

const shared = globalThis as typeof globalThis & { kikitoriReaderPool?: ReaderPool | undefined };
afterEach(() => {
  shared.kikitoriReaderPool?.close();
  shared.kikitoriReaderPool = undefined;
});

const side = (turns: number, letters: number): AlignableTurn[] =>
  Array.from({ length: turns }, (_, index) => ({
    role: index % 2 === 0 ? "interviewer" : "interviewee",
    speaker: `${index % 2}`,
    length: letters * (1 + ((index * 7) % 11)),
    atMs: index % 5 === 0 ? index * 1000 : null,
    question: index % 20 === 0 ? `${index}` : null,
  }));

test("aligns as it would here, in another process", async () => {
  const [first, second] = [side(80, 9), side(76, 4)];
  expect(await alignSafely(first, second)).toEqual(alignTurns(first, second));
  expect(await alignSafely(second, first)).toEqual(alignTurns(second, first));
  expect(await alignSafely([], [])).toEqual([]);
});

test("what takes too long is ended with words", async () => {
  shared.kikitoriReaderPool = new ReaderPool({ ...BOUNDS, time: 1 });
  await expect(alignSafely(side(2000, 9), side(2000, 4))).rejects.toMatchObject({
    code: "too_large",
    message: "storing_took_too_long",
  });
});
