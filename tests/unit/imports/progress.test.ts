import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BatchStore } from "@/components/imports/model/batch-store";
import type { BatchProgress, UploadStatus } from "@/lib/schemas/imports";

// What changes something is not asked for here.
vi.mock("@/lib/server/imports/actions", () => ({}));

const BATCH = "0b9c5d57-6f0c-4f0e-9b0b-0d6d7b0f3a11";
const FILE = "7d2f4f0e-93a5-4d0b-8a37-5a2f0c1e9b22";

/** What the server is asked, to be answered in any order. */
let questions: ((status: UploadStatus) => void)[];

beforeEach(() => {
  questions = [];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const fetch = () =>
    new Promise<Response>((resolve) => {
      questions.push((status) => {
        const progress: BatchProgress = {
          cancelled: false,
          uploads: [[FILE, "a.txt", 1, status, null, null, null]],
        };
        resolve(Response.json(progress));
      });
    });
  vi.stubGlobal("fetch", fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("shows the state of the later question, whichever answer comes first", async () => {
  const store = new BatchStore(BATCH);
  const shown = () => store.read().files.map(({ status }) => status);
  store.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  store.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(questions).toHaveLength(2);
  questions[1]?.("stored");
  await vi.waitFor(() => expect(shown()).toEqual(["stored"]));
  questions[0]?.("failed");
  await vi.advanceTimersByTimeAsync(0);
  await new Promise((resolve) => setImmediate(resolve));
  expect(shown()).toEqual(["stored"]);
});
