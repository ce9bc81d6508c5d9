import { dataHome, makeHome } from "@/lib/launch/home";
import { keep } from "@/lib/launch/keep";
import { lockFolder } from "@/lib/launch/lock";
import { startEmbedded } from "@/lib/launch/postgres/embedded";
import { aborted, Cleanup, stopSignal } from "@/lib/launch/stop";

// A small launcher: lock, database and a server that listens, as `npm start` has them, without the app.
// Says on its output what it started, as one line of JSON. Without a folder's name, where the launcher would
// keep the data itself.
const home = dataHome(process.argv[2]);
makeHome(home);
const locked = await lockFolder(home, "start");
if (!locked.ok) {
  process.stdout.write(`${JSON.stringify(locked)}\n`);
  process.exit(3);
}
const signal = stopSignal();
const cleanup = new Cleanup();
cleanup.add(() => locked.lock.release());
const database = await startEmbedded(home);
cleanup.add(() => database.stop());
const script =
  "process.title='kikitori-test-web'; setInterval(() => {}, 1e6); console.log('pid ' + process.pid)";
const web = keep(
  {
    program: process.execPath,
    args: ["-e", script],
    cwd: "/",
    log: `${home}/web.log`,
    stopSignal: "SIGTERM",
    lastSignal: "SIGKILL",
    wholeGroup: true,
  },
  {
    onLine(line) {
      locked.lock.serves("http://127.0.0.1:1");
      process.stdout.write(
        `${JSON.stringify({ home, url: database.url("postgres"), web: Number(line.slice(4)) })}\n`,
      );
    },
  },
);
cleanup.add(() => web.stop());
await aborted(signal);
await cleanup.run();
process.exit(0);
