import { generateClient } from "./prepare";
import { runLoudly } from "./run";
import { say } from "./say";
import { packageProgram, runStep } from "./step";
import { stopSignal } from "./stop";

const CHECKS = [
  {
    name: "Types",
    ...packageProgram("typescript/bin/tsc", [
      "--noEmit",
      "--pretty",
      "--incremental",
      "false",
      "--project",
      ".",
    ]),
  },
  { name: "Style", ...packageProgram("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]) },
];
const ARCHITECTURE = {
  name: "Architecture",
  ...packageProgram("vitest/vitest.mjs", ["run", "--project", "unit", "tests/architecture"]),
};

/** What can be said without running the app: types, style, the rules of who imports whom. */
export async function check(): Promise<number> {
  const signal = stopSignal();
  const failed = await failedChecks([...CHECKS, ARCHITECTURE], signal);
  say(failed === 0 ? "All checks passed." : `${failed} of ${CHECKS.length + 1} checks failed.`);
  return failed === 0 ? 0 : 1;
}

/** Types and style, for `npm test`, which runs the architecture's tests with the others. */
export function failedStaticChecks(signal: AbortSignal): Promise<number> {
  return failedChecks(CHECKS, signal);
}

async function failedChecks(checks: readonly (typeof ARCHITECTURE)[], signal: AbortSignal): Promise<number> {
  await generateClient(signal);
  // Next's own types (of routes, of pages) are files that it writes.
  await runStep({
    failure: "The types of the routes could not be made",
    ...packageProgram("next/dist/bin/next", ["typegen"]),
    signal,
  });
  let failed = 0;
  for (const { name, program, args } of checks) {
    signal.throwIfAborted();
    say(`${name} …`);
    if ((await runLoudly({ program, args, signal })) !== 0) failed += 1;
  }
  return failed;
}
