import { expect, test } from "vitest";
import { ROLES } from "@/lib/access/can";
import { memoSight } from "@/lib/access/sight";

/** Whose memos each role sees, in the order of ROLES. */
const TABLE = [
  { blind: false, seen: ["all", "all", "all", "own", "none"] },
  // Leads answer for the round, and see all of it.
  { blind: true, seen: ["all", "all", "own", "own", "none"] },
];

test.each(TABLE)("whose memos are seen, blind: $blind", ({ blind, seen }) => {
  expect(ROLES.map((role) => memoSight(role, { blind }))).toEqual(seen);
});
