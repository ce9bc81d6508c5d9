/**
 * A launch that cannot go on. The message is for the person at the terminal: it says what happened,
 * what was kept, and what to do; it is printed without a stack.
 */
export class LaunchError extends Error {
  override name = "LaunchError";
}

/** Prints one short progress line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The text of anything that was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system's code of an error ("ENOSPC", "EACCES", …), or of PostgreSQL's ("42P04"), if it has one. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string"
    ? thrown.code
    : undefined;
}
