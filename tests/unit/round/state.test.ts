import { describe, expect, test } from "vitest";
import { isLate, mayStep, ROUND_STEPS, type RoundDates, stateOf } from "@/lib/domain/round";

const at = (kind: RoundDates["kind"], ...said: ("opened" | "revealed" | "ended")[]): RoundDates => ({
  kind,
  opened: said.includes("opened"),
  revealed: said.includes("revealed"),
  ended: said.includes("ended"),
});

/** From where a round is, whether it can be opened, revealed, ended, taken up again, deleted. */
const TABLE: [string, RoundDates, string, string][] = [
  //                                                                      o r e r d
  ["a draft", at("open"), "draft", "                                      + - - - +"],
  ["a blind draft", at("blind"), "draft", "                               + - - - +"],
  ["one that runs", at("open", "opened"), "running", "                    - - + - -"],
  ["a blind one that runs", at("blind", "opened"), "running", "           - + + - -"],
  ["training that runs", at("training", "opened"), "running", "           - + + - -"],
  ["a revealed one", at("blind", "opened", "revealed"), "running", "      - - + - -"],
  ["an ended one", at("open", "opened", "ended"), "ended", "              - - - + -"],
  ["a blind ended one", at("blind", "opened", "ended"), "ended", "        - + - + -"],
  ["a revealed ended one", at("blind", "opened", "revealed", "ended"), "ended", " - - - + -"],
];

describe.each(TABLE)("%s", (_, round, stage, line) => {
  test("is said to be so", () => expect(stateOf(round)).toBe(stage));
  test.each(ROUND_STEPS)("%s", (step) => {
    expect(mayStep(round, step)).toBe(line.trim().split(/\s+/)[ROUND_STEPS.indexOf(step)] === "+");
  });
});

test("work is late after the day it was due on, and never once it is done", () => {
  expect(isLate("2026-05-01", false, "2026-05-01")).toBe(false);
  expect(isLate("2026-05-01", false, "2026-05-02")).toBe(true);
  expect(isLate("2026-05-01", true, "2026-05-02")).toBe(false);
  expect(isLate(null, false, "2026-05-02")).toBe(false);
});
