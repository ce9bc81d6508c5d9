import { expect, test } from "vitest";
import { codedTalk } from "@/lib/domain/round";
import { countUnits, wordStarts } from "@/lib/domain/text";

const text = "A: What is it? B: Freedom from fear, and from want.";
const starts = wordStarts(text, "en");
const talk = {
  parts: [{ start: text.indexOf("Freedom"), end: text.length }],
  count: (start: number, end: number) => countUnits(starts, { start, end }),
};
const on = (coderId: string, quote: string) => {
  const start = text.indexOf(quote);
  return { coderId, start, end: start + quote.length };
};

test("talk is coded once however often a coder lies on it, and interviewers' words never", () => {
  const segments = [
    on("a", "Freedom from"),
    on("a", "from fear"),
    on("b", "What is it"),
    on("c", "it? B: Freedom"),
  ];
  const coded = codedTalk(talk, segments);
  expect(coded.of).toBe(6);
  expect(Object.fromEntries(coded.by)).toEqual({ a: 3, b: 0, c: 1 });
  expect(codedTalk(talk, segments.toReversed()).by.get("a")).toBe(3);
});

test("where nobody speaks or codes there is nothing", () => {
  expect(codedTalk({ ...talk, parts: [] }, [on("a", "fear")])).toEqual({ of: 0, by: new Map([["a", 0]]) });
  expect(codedTalk(talk, [])).toEqual({ of: 6, by: new Map() });
});
