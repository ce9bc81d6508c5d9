import { afterEach, beforeEach, expect, it, vi } from "vitest";

let idle: (() => void)[] = [];
let scroll = () => {};
let atRest: typeof import("@/components/reader/text/at-rest").atRest;

beforeEach(async () => {
  idle = [];
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal("requestIdleCallback", (callback: () => void) => idle.push(callback));
  vi.stubGlobal("document", {
    addEventListener: (_: string, listener: () => void) => {
      scroll = listener;
    },
  });
  ({ atRest } = await import("@/components/reader/text/at-rest"));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The idle time between two frames: what asks for it in the meantime has the next. */
const betweenFrames = () => {
  for (const callback of idle.splice(0)) callback();
};

it("calls back one in the idle time between two frames, in the order in which they came", () => {
  const called: string[] = [];
  for (const name of ["a", "b", "c"]) atRest(() => called.push(name));
  betweenFrames();
  expect(called).toEqual(["a"]);
  betweenFrames();
  expect(called).toEqual(["a", "b"]);
  betweenFrames();
  expect(called).toEqual(["a", "b", "c"]);
  betweenFrames();
  expect(idle).toEqual([]);
});

it("waits while somebody scrolls, and calls nobody back who has called it off", () => {
  const called: string[] = [];
  atRest(() => called.push("a"));
  const callOff = atRest(() => called.push("b"));
  scroll();
  betweenFrames();
  expect(called).toEqual([]);
  vi.advanceTimersByTime(150);
  betweenFrames();
  expect(called).toEqual(["a"]);
  callOff();
  betweenFrames();
  expect(called).toEqual(["a"]);
  atRest(() => called.push("c"));
  betweenFrames();
  expect(called).toEqual(["a", "c"]);
});
