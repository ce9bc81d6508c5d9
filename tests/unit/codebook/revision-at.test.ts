import { expect, test } from "vitest";
import { dayOf, momentOf } from "@/components/history/days";
import { revisionAt } from "@/lib/domain/codebook";

const revisions = [
  { number: 3, at: new Date(2026, 10, 4, 0, 0) },
  { number: 2, at: new Date(2026, 10, 3, 23, 59) },
  { number: 1, at: new Date(2026, 10, 3, 0, 0) },
];
const endOf = (day: string) => new Date(momentOf(day, 1) ?? "");

test("the codebook of a day is as it was when the day ended where the reader is", () => {
  expect(["2026-11-02", "2026-11-03", "2026-11-04"].map((day) => revisionAt(revisions, endOf(day)))).toEqual([
    0, 2, 3,
  ]);
  expect(dayOf(endOf("2026-11-03").toISOString(), -1)).toBe("2026-11-03");
});
