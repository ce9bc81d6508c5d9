import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeOf } from "./say";

/** The key that signs sessions: made once, kept beside the data, so that people stay signed in. */
export function sessionSecret(home: string): string {
  const file = path.join(home, "session-secret");
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (thrown) {
    if (codeOf(thrown) !== "EEXIST") throw thrown;
  }
  return readFileSync(file, "utf8").trim();
}
