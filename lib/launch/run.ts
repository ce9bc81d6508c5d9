import { spawn } from "node:child_process";
import { root } from "./paths";
import type { Step } from "./step";

/** Runs a program that talks to the person itself; resolves with its exit code. */
export function runLoudly({ program, args, env, signal }: Omit<Step, "failure">): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
      signal,
      killSignal: "SIGTERM",
    });
    child.once("error", (error) => (signal?.aborted ? undefined : reject(error)));
    child.once("close", (code) => resolve(code ?? 1));
  });
}
