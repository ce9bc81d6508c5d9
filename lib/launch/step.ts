import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./paths";
import { LaunchError } from "./say";

export interface Step {
  /** For the message of a failure: "The database could not be migrated". */
  readonly failure: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The command line of a package, run by this Node rather than by whatever is on the path. */
export function packageProgram(script: string, args: readonly string[]): Pick<Step, "program" | "args"> {
  return { program: process.execPath, args: [path.join(root, "node_modules", script), ...args] };
}

/** A program of ours in TypeScript, which may use lib/server. */
export function ownProgram(script: string, args: readonly string[] = []): Pick<Step, "program" | "args"> {
  const outsideNext = pathToFileURL(path.join(root, "lib/launch/inside/outside-next.mjs")).href;
  const node = ["--import", "tsx", "--import", outsideNext];
  return { program: process.execPath, args: [...node, path.join(root, script), ...args] };
}

/** Runs a program quietly and returns what it wrote; a failure shows the end of that. */
export async function runStep({ failure, program, args, env, signal }: Step): Promise<string> {
  const { code, stdout, all } = await collect(program, args, env, signal);
  signal?.throwIfAborted();
  if (code === 0) return stdout;
  const tail = all.trimEnd().split("\n").slice(-80).join("\n");
  throw new LaunchError(`${failure}. Nothing else was changed.\n\n${tail}`);
}

function collect(
  program: string,
  args: readonly string[],
  env: Step["env"],
  signal: AbortSignal | undefined,
) {
  return new Promise<{ code: number | null; stdout: string; all: string }>((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
      killSignal: "SIGTERM",
    });
    let stdout = "";
    let all = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      all += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      all += text;
    });
    child.once("error", (error) => (signal?.aborted ? undefined : reject(error)));
    child.once("close", (code) => resolve({ code, stdout, all }));
  });
}
