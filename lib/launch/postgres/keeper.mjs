// Stands between the launcher and PostgreSQL and stops the database when the launcher is gone, however
// it went: its standard input closes then, even after a SIGKILL. It has a session of its own, so that
// Ctrl-C reaches the launcher alone and the database is stopped after the web server, not beside it.
//
// Its one argument is JSON: { program, args, uid?, gid?, cwd, log }. It repeats what PostgreSQL says.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

const PATIENCE = 30_000;
const { program, args, uid, gid, cwd, log } = JSON.parse(process.argv[2] ?? "{}");

const file = createWriteStream(log, { flags: "a", mode: 0o600 });
file.on("error", () => {}); // a full disk must not end the keeper before it has stopped the database
process.stdout.on("error", () => {}); // the launcher is gone; its standard input says so as well

const server = spawn(program, args, { uid, gid, cwd, stdio: ["ignore", "ignore", "pipe"], detached: true });
server.stderr.on("data", (chunk) => {
  file.write(chunk);
  process.stdout.write(chunk);
});
server.on("error", (error) => {
  process.stdout.write(`FATAL:  ${error.message}\n`, () => process.exit(1));
});
server.on("close", (code) => process.exit(code ?? 1));

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill("SIGINT"); // fast shutdown: transactions end, a checkpoint is written
  setTimeout(() => server.kill("SIGQUIT"), PATIENCE).unref(); // the next start recovers from its log
}
process.stdin.on("end", stop).on("close", stop).on("error", stop).resume();
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("SIGHUP", stop);
