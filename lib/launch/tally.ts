import { readFileSync } from "node:fs";
import { z } from "zod";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

const vitest = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

const playwright = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  })
  .transform(({ stats }) => ({
    // Passed at a second try, where there is one: the report names them.
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));

/**
 * Counts a runner's report. A runner that fails without a failed test (an error outside the tests, a file
 * that cannot be loaded, no report at all) counts as one failure, and so does one that ran no test.
 */
export function tallyOf(runner: "vitest" | "playwright", reportFile: string, exitCode: number): Tally {
  const report = (runner === "vitest" ? vitest : playwright).safeParse(readReport(reportFile));
  const tally = report.success ? report.data : NOTHING;
  const silent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return silent ? add(tally, { ...NOTHING, failed: 1 }) : tally;
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** The last line of a run. */
export function sentence({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
