import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Reading, readAgain } from "@/components/live/read-again";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LATER: Reading<string> = { ok: false, later: true };
const answers = (...given: Reading<string>[]) => vi.fn(async () => given.shift() ?? LATER);
const here = () => new AbortController().signal;

it("asks once more, each time later, until there is an answer", async () => {
  const read = answers(LATER, LATER, { ok: true, value: "missed" });
  const answer = readAgain(read, here());
  await vi.advanceTimersByTimeAsync(1_000);
  expect(read).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(read).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toBe("missed");
  expect(vi.getTimerCount()).toBe(0);
});

it("asks no more where there is nothing to be had", async () => {
  const read = answers({ ok: false, later: false });
  expect(await readAgain(read, here())).toBe(null);
  expect(read).toHaveBeenCalledTimes(1);
});

it("asks no more once the page is left", async () => {
  const visit = new AbortController();
  const read = answers();
  const answer = readAgain(read, visit.signal);
  await vi.advanceTimersByTimeAsync(1_000);
  visit.abort();
  expect(await answer).toBe(null);
  expect(read).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});

it("takes no answer that comes once the page is left", async () => {
  const visit = new AbortController();
  const read = vi.fn(async (): Promise<Reading<string>> => {
    visit.abort();
    return { ok: true, value: "too late" };
  });
  expect(await readAgain(read, visit.signal)).toBe(null);
});
