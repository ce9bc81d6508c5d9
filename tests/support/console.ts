import { afterEach, beforeEach, expect } from "vitest";

/** Anything written to console.error fails the test in which it was written. */
let said: string[] = [];
const original = console.error;

beforeEach(() => {
  said = [];
  console.error = (...parts: unknown[]) => {
    said.push(
      parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(" "),
    );
    original(...parts);
  };
});

afterEach(() => {
  console.error = original;
  expect(said, "console.error was called").toEqual([]);
});
