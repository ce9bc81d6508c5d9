import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { CodingsAgain } from "@/components/reader/model/codings-again";
import { schemas } from "@/components/reader/model/load";
import type { ReaderSession } from "@/components/reader/model/session";
import type { CodingsPayload } from "@/lib/schemas/coding";
import { document, freshId, ME, newStore, OTHER, VERSION } from "./support";

type Row = CodingsPayload["segments"][number];

const CODE = freshId();
const row = (start: number, end: number, coder = 0): Row => [
  ...([freshId(), start, end, coder, "personal", null, "", 1, null] as const),
  [[freshId(), 0, 0]],
];
const payloadOf = (seq: number, segments: Row[], versionId = VERSION) => ({
  ...{ versionId, seq, coders: [ME, OTHER], codes: [CODE], segments },
});
/** Written out as the server does it. */
const written = ({ segments, ...head }: CodingsPayload) =>
  `${JSON.stringify(head).slice(0, -1)},"segments":[\n${segments.map((each) => JSON.stringify(each)).join(",\n")}\n]}`;

let asked: { address: string; answer: (payload: CodingsPayload) => void }[] = [];
const addresses = () => asked.map(({ address }) => address.replace(/^.*codings/, ""));

// What checks an answer is there before the clock stands still.
beforeAll(async () => void (await schemas()));
beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal(
    "fetch",
    (address: string) =>
      new Promise((resolve) => {
        asked.push({ address, answer: (payload) => resolve(new Response(written(payload))) });
      }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const before = [row(0, 9), row(10, 14, 1), row(22, 32)];

function open() {
  const store = newStore();
  store.load(payloadOf(1, before));
  const text = { current: { top: () => 18, keeping: (change: () => void) => change() } };
  const session = { frame: { transcript: { id: freshId() } }, store, document, text };
  const visit = new AbortController();
  const again = new CodingsAgain(session as unknown as ReaderSession, visit.signal);
  const shown = () => store.ordered().map(({ start, end }) => `${start}-${end}`);
  return { again, shown, store, visit };
}

it("shows what is in view before the rest has come, and drops what is gone once all has", async () => {
  const { again, shown, store } = open();
  const [first, , third] = before as [Row, Row, Row];
  const [seen, far] = [row(18, 21), row(33, 36, 1)];
  const read = again.read();
  await vi.advanceTimersByTimeAsync(100);
  expect(addresses()).toEqual(["", "?from=0&to=6000"]);
  asked[1]?.answer({ ...payloadOf(5, [seen, third]), coders: [ME] });
  await vi.waitFor(() => expect(shown()).toEqual(["0-9", "10-14", "18-21", "22-32"]));
  // Nobody who has coded elsewhere is forgotten meanwhile.
  expect(store.coders).toEqual([ME, OTHER]);
  asked[0]?.answer(payloadOf(5, [first, seen, third, far]));
  await read;
  expect(shown()).toEqual(["0-9", "18-21", "22-32", "33-36"]);
});

it("reads once at a time, and once more for all that was asked meanwhile", async () => {
  const { again, shown } = open();
  const read = again.read();
  void again.read();
  void again.read();
  asked[0]?.answer(payloadOf(5, before));
  await vi.waitFor(() => expect(addresses()).toEqual(["", ""]));
  asked[1]?.answer(payloadOf(6, []));
  await read;
  expect(shown()).toEqual([]);
});

it("takes nothing of another version, which comes with its text", async () => {
  const { again, shown } = open();
  const read = again.read();
  asked[0]?.answer(payloadOf(5, [row(0, 3)], freshId()));
  await read;
  expect(shown()).toEqual(["0-9", "10-14", "22-32"]);
});

it("forgets a reading that came to no end, so that the next one knows what is gone", async () => {
  const { again, shown, store } = open();
  store.begin();
  store.loadPart(payloadOf(3, before.slice(0, 1)));
  const read = again.read();
  asked[0]?.answer(payloadOf(5, before.slice(1)));
  await read;
  expect(shown()).toEqual(["10-14", "22-32"]);
});
