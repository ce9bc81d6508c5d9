// Stands between the launcher and a server (PostgreSQL, Next) and stops that server when the launcher is
// gone, however it went: the keeper's standard input closes then, even after a SIGKILL. It has a session
// of its own, so that Ctrl-C reaches the launcher alone, which stops its servers in order.
//
// Its one argument is JSON, an `Order` of keep.ts. It repeats on its output what the server says.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

const PATIENCE = 30_000;
const { program, args, uid, gid, cwd, log, stopSignal, lastSignal, wholeGroup } = JSON.parse(
  process.argv[2] ?? "{}",
);

const file = createWriteStream(log, { flags: "a", mode: 0o600 });
file.on("error", () => {}); // a full disk must not end the keeper before it has stopped the server
process.stdout.on("error", () => {}); // the launcher is gone; the standard input says so as well

const server = spawn(program, args, { uid, gid, cwd, stdio: ["ignore", "pipe", "pipe"], detached: true });
for (const stream of [server.stdout, server.stderr]) {
  stream.on("data", (chunk) => {
    file.write(chunk);
    process.stdout.write(chunk);
  });
}
server.on("error", (error) => {
  process.stdout.write(`FATAL:  ${error.message}\n`, () => process.exit(1));
});
server.on("close", (code) => process.exit(code ?? 1));

function signal(name) {
  try {
    process.kill(wholeGroup ? -server.pid : server.pid, name);
  } catch {
    // it ended in the meantime
  }
}

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  signal(stopSignal);
  setTimeout(() => signal(lastSignal), PATIENCE).unref();
}
process.stdin.on("end", stop).on("close", stop).on("error", stop).resume();
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("SIGHUP", stop);
