import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * The key that signs sessions: made once, kept beside the data, so that people stay signed in. The caller holds
 * the lock of the folder. It appears under its name only when it is whole: a full disk leaves no half of it.
 */
export function sessionSecret(home: string): string {
  const file = path.join(home, "session-secret");
  if (!existsSync(file)) {
    const unfinished = `${file}.unfinished`;
    writeFileSync(unfinished, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
    renameSync(unfinished, file);
  }
  return readFileSync(file, "utf8").trim();
}
