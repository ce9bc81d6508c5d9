import { asPrismaError } from "./errors";
import { canConnect, createDatabase, dropDatabase, type Target } from "./target";

const COMMANDS: Readonly<Record<string, (target: Target) => Promise<void>>> = {
  "can-connect-to-database": canConnect,
  "create-database": createDatabase,
  "drop-database": dropDatabase,
};

/** Does one thing to one database; the exit code is the answer. */
export async function runCli(name: string | undefined, target: Target): Promise<0 | 1> {
  const command = COMMANDS[name ?? ""];
  try {
    if (!command) throw new Error(`The schema engine has no command ${name}.`);
    await command(target);
    return 0;
  } catch (thrown) {
    const { code, message } = asPrismaError(thrown, target);
    // Prisma drops the first line and reads the last ones as the native engine's log.
    log("INFO", { message: "Starting schema engine CLI" });
    log("ERROR", { message, is_panic: false, error_code: code });
    return 1;
  }
}

function log(level: "INFO" | "ERROR", fields: object): void {
  const entry = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
