import { expect } from "vitest";
import type { ParsedTranscript } from "@/lib/domain/transcript";

/**
 * What is true of every parsed transcript: turns are in order and apart; every line that is not blank lies
 * in one of them, or is told as left out; points ascend; and every place that is named is inside the text.
 */
export function holds({ text, turns, points, speakers, leftOut, candidates, warnings }: ParsedTranscript) {
  let last = 0;
  let outside = "";
  for (const { start, bodyStart, end, speaker } of turns) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(bodyStart).toBeGreaterThanOrEqual(start);
    expect(end).toBeGreaterThanOrEqual(bodyStart);
    expect(end).toBeGreaterThan(start);
    if (speaker !== null) expect(speakers.map(({ label }) => label)).toContain(speaker);
    outside += `${text.slice(last, start)}\n`;
    last = end;
  }
  outside += text.slice(last);
  const told = leftOut.reduce((sum, { count, at }) => sum + (at === undefined ? 0 : count), 0);
  expect(outside.split("\n").filter((line) => line.trim() !== "")).toHaveLength(told);
  points.forEach(({ at, ms }, index) => {
    expect(at).toBeGreaterThan(points[index - 1]?.at ?? -1);
    expect(at).toBeLessThanOrEqual(text.length);
    expect(ms).toBeGreaterThanOrEqual(0);
  });
  for (const { at = 0 } of [...leftOut, ...candidates, ...warnings]) {
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThanOrEqual(text.length);
  }
}
