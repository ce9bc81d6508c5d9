import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { memoryStorage } from "@/components/reader/outbox/memory-storage";
import { patientStorage } from "@/components/reader/outbox/patient-storage";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("takes a storage that never answers for one that refuses", async () => {
  const storage = patientStorage({ ...memoryStorage(), head: () => new Promise(() => undefined) });
  const asked = expect(storage.head("box", 1)).rejects.toThrow("does not answer");
  await vi.runAllTimersAsync();
  await asked;
  await expect(storage.unplaced("box")).resolves.toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
