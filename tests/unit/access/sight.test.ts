import { expect, test } from "vitest";
import { ROLES } from "@/lib/access/can";
import { hearing, memoSight, seesEvent } from "@/lib/access/sight";

/** Whose memos each role sees, in the order of ROLES. A lead who is blind codes in the round, and sees no more than coders do. */
const TABLE = [
  { blind: false, seen: ["all", "all", "all", "own", "none"] },
  { blind: true, seen: ["own", "own", "own", "own", "none"] },
];

test.each(TABLE)("memos, in a blind round: $blind", ({ blind, seen }) => {
  expect(ROLES.map((role) => memoSight(role, { blind }))).toEqual(seen);
});

/** Others' events, to somebody who is blind in the event's transcript, and in others alone. */
const EVENTS: [string, boolean, boolean][] = [
  ["coding.apply", false, true],
  ["coding.restore", false, true],
  ["coding.search", false, true],
  ["code.merge", false, true],
  ["memo.add", false, false],
  ["example.add", false, false],
  ["search.code", false, false],
  ["history.undo", false, false],
  ["search.save", true, true],
  ["transcript.correct", true, true],
  ["passage.set", true, true],
  ["round.open", true, true],
];

test.each(EVENTS)("%s of another: %s there, %s elsewhere", (kind, there, elsewhere) => {
  expect(seesEvent(kind, { own: false, blind: "there" })).toBe(there);
  expect(seesEvent(kind, { own: false, blind: "elsewhere" })).toBe(elsewhere);
  expect(seesEvent(kind, { own: false, blind: "nowhere" })).toBe(true);
  expect(seesEvent(kind, { own: true, blind: "there" })).toBe(true);
});

/** Who plays a recording: where the text hides something, those who may see what lies behind it. */
const HEARING = [
  { redacted: false, hears: [true, true, true, false, false] },
  { redacted: true, hears: [true, true, false, false, false] },
];

test.each(HEARING)("hearing a recording, of a redacted text: $redacted", ({ redacted, hears }) => {
  expect(ROLES.map((role) => hearing(role, { redacted }))).toEqual(hears);
});
