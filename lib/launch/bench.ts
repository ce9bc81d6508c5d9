import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { findChromium } from "./chromium";
import { root } from "./paths";
import { runLoudly } from "./run";
import { LaunchError, say } from "./say";
import { ownProgram } from "./step";
import { Cleanup, stopSignal } from "./stop";
import { startTrial } from "./trial";

const FOLDER = "tests/bench";

/**
 * Runs the measurements in tests/bench (each file there; what they share lies in folders below), or those
 * whose name contains one of the words given, against a production server on a database of its own.
 */
export async function bench(words: readonly string[]): Promise<number> {
  const files = measurements(words);
  const signal = stopSignal();
  const cleanup = new Cleanup();
  let failed = 0;
  try {
    const chromium = await findChromium(signal);
    const trial = await startTrial({ name: "bench", measured: true, signal, cleanup });
    for (const file of files) {
      signal.throwIfAborted();
      say(`\n── ${path.basename(file, ".ts")} ──`);
      const env = { ...trial.env, CHROMIUM_PATH: chromium };
      if ((await runLoudly({ ...ownProgram(file), env, signal })) !== 0) failed += 1;
    }
  } finally {
    await cleanup.run();
  }
  say(`\n${files.length - failed} measured, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function measurements(words: readonly string[]): string[] {
  const folder = path.join(root, FOLDER);
  const all = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".ts"))
        .sort()
    : [];
  const chosen = all.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length === 0)
    throw new LaunchError(`There is no such measurement. There are: ${all.join(", ") || "none"}.`);
  return chosen.map((name) => path.join(FOLDER, name));
}
