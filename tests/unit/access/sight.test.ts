import { expect, test } from "vitest";
import { ROLES } from "@/lib/access/can";
import { hearing, historySight, memoSight } from "@/lib/access/sight";

/** Whose memos and whose events each role sees, in the order of ROLES. Leads answer for a round, and see all of it. */
const TABLE = [
  { what: memoSight, blind: false, seen: ["all", "all", "all", "own", "none"] },
  { what: memoSight, blind: true, seen: ["all", "all", "own", "own", "none"] },
  { what: historySight, blind: false, seen: ["all", "all", "all", "none", "none"] },
  { what: historySight, blind: true, seen: ["all", "all", "own", "none", "none"] },
];

test.each(TABLE)("$what.name, in a blind round: $blind", ({ what, blind, seen }) => {
  expect(ROLES.map((role) => what(role, { blind }))).toEqual(seen);
});

/** Who plays a recording: where the text hides something, those who may see what lies behind it. */
const HEARING = [
  { redacted: false, hears: [true, true, true, false, false] },
  { redacted: true, hears: [true, true, false, false, false] },
];

test.each(HEARING)("hearing a recording, of a redacted text: $redacted", ({ redacted, hears }) => {
  expect(ROLES.map((role) => hearing(role, { redacted }))).toEqual(hears);
});
