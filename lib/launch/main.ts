import { codeOf, LaunchError, reasonOf } from "./say";

type Command = (args: readonly string[]) => Promise<number>;

/** Each is loaded only when it is run. The number is the exit code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./start")).start,
  dev: async () => (await import("./start")).dev,
  check: async () => (await import("./check")).check,
  test: async () => (await import("./test")).test,
  bench: async () => (await import("./bench")).bench,
  backup: async () => (await import("./backup")).backup,
  restore: async () => (await import("./restore")).restore,
};

// Set for every program that is started from here: nothing calls home.
Object.assign(process.env, {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  NO_UPDATE_NOTIFIER: "1",
});

/** Runs one of the commands of the README. */
export async function main(name: string, args: readonly string[]): Promise<number> {
  try {
    const command = COMMANDS[name];
    if (!command)
      throw new LaunchError(`There is no command ${name}. There are: ${Object.keys(COMMANDS).join(", ")}.`);
    return await (await command())(args);
  } catch (thrown) {
    process.stderr.write(`\n${wordsFor(thrown)}\n`);
    return 1;
  }
}

/** What the person at the terminal is told. A stack is for faults of ours alone. */
function wordsFor(thrown: unknown): string {
  if (thrown instanceof LaunchError) return thrown.message;
  const code = codeOf(thrown);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return `A disk is full (${reasonOf(thrown)}). What was saved is kept. Free some space there, and start again.`;
  }
  return (thrown instanceof Error && thrown.stack) || reasonOf(thrown);
}
