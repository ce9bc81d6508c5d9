import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { failedStaticChecks } from "./check";
import { findChromium } from "./chromium";
import { runLoudly } from "./run";
import { LaunchError, reasonOf, say } from "./say";
import { packageProgram } from "./step";
import { Cleanup, stopSignal } from "./stop";
import { add, NOTHING, sentence, type Tally, tallyOf } from "./tally";
import { startTrial } from "./trial";

type Part = (context: { reports: string; rest: readonly string[]; signal: AbortSignal }) => Promise<Tally>;

const PARTS: Readonly<Record<string, Part>> = {
  check: async ({ signal }) => ({ ...NOTHING, failed: await failedStaticChecks(signal) }),
  unit: (context) => vitest("unit", context),
  integration: (context) => vitest("integration", context),
  e2e: endToEnd,
};

/**
 * Everything, or the part that is named (`npm test -- e2e tests/e2e/coding.spec.ts`). The last line counts
 * the tests; a check, a build or a server that fails counts as a failure too.
 */
export async function test(args: readonly string[]): Promise<number> {
  const [named, ...rest] = args;
  if (named !== undefined && !PARTS[named]) {
    throw new LaunchError(
      `There is no part ${named} of the tests. There are: ${Object.keys(PARTS).join(", ")}.`,
    );
  }
  const signal = stopSignal();
  const reports = mkdtempSync(path.join(os.tmpdir(), "kikitori-reports-"));
  let total = NOTHING;
  for (const [name, part] of Object.entries(PARTS)) {
    if (named !== undefined && name !== named) continue;
    say(`\n── ${name} ──`);
    try {
      total = add(total, await part({ reports, rest, signal }));
    } catch (thrown) {
      if (signal.aborted) break;
      say(reasonOf(thrown));
      total = add(total, { ...NOTHING, failed: 1 });
    }
  }
  rmSync(reports, { recursive: true, force: true });
  if (signal.aborted) return 130;
  say(`\n${sentence(total)}`);
  return total.failed === 0 ? 0 : 1;
}

const vitest = async (project: string, { reports, rest, signal }: Parameters<Part>[0]) => {
  const report = path.join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  // Some of a part's files run apart from the others, as a project of vitest's own.
  const program = packageProgram("vitest/vitest.mjs", [
    "run",
    "--project",
    `${project}*`,
    ...reporters,
    ...rest,
  ]);
  return tallyOf("vitest", report, await runLoudly({ ...program, signal }));
};

async function endToEnd({ reports, rest, signal }: Parameters<Part>[0]): Promise<Tally> {
  const cleanup = new Cleanup();
  try {
    const finding = findChromium(signal);
    // Whether it failed is asked below; until then nobody waits for it.
    finding.catch(() => undefined);
    const trial = await startTrial({ name: "e2e", measured: false, signal, cleanup });
    const chromium = await finding;
    const report = path.join(reports, "e2e.json");
    const code = await runLoudly({
      ...packageProgram("@playwright/test/cli.js", ["test", "--reporter=list,json", ...rest]),
      env: { ...trial.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      signal,
    });
    return tallyOf("playwright", report, code);
  } finally {
    await cleanup.run();
  }
}
