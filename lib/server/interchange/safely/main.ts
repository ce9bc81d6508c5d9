import "server-only";
import { createWriteStream } from "node:fs";
import { Worker } from "node:worker_threads";
import { perform } from "../tasks";
import { onFrames, sendFrame } from "./frames";
import { SLICE, TaskBegins, TaskBytes } from "./task";

// The process in which files are read, started by reader-process.ts. Its work comes on standard input and
// its answers leave on a pipe of their own, so that whatever a library prints stays out of them.

const ANSWERS = 3;
/** What a task is about, such as the turns of the other half of a pair; its bytes come in slices. */
const ABOUT_LIMIT = 256 * 1024 * 1024;

// A reader that is deep in a file does not see that its server is gone. This thread does, and ends it.
const WATCH = `
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 1000);
`;
new Worker(WATCH, { eval: true, execArgv: [], stdout: true, stderr: true }).unref();

const answers = createWriteStream("", { fd: ANSWERS });
// The server has gone, and with it everybody who waits.
answers.on("error", () => process.exit(0));
process.stdin.on("end", () => process.exit(0));

let open: { task: ReturnType<typeof TaskBegins.parse>; bytes: Uint8Array; filled: number } | null = null;

onFrames(
  process.stdin,
  Math.max(SLICE * 2, ABOUT_LIMIT),
  async (message) => {
    if (open === null) {
      const task = TaskBegins.parse(message);
      open = { task, bytes: new Uint8Array(task.size), filled: 0 };
    } else {
      const slice = TaskBytes.parse(message);
      open.bytes.set(slice, open.filled);
      open.filled += slice.length;
    }
    if (open.filled < open.bytes.length) return;
    const { task, bytes } = open;
    open = null;
    const value = await perform(task.kind, task.about, bytes, (piece) => sendFrame(answers, { piece }));
    await sendFrame(answers, { value, memory: process.memoryUsage.rss() });
  },
  (error) => {
    throw error;
  },
);
