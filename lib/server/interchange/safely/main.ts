import "server-only";
import { createWriteStream } from "node:fs";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { ENCODINGS } from "@/lib/domain/transcript";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import { guessOf } from "../guess";
import { readFile } from "../read-file";
import { onFrames, sendFrame } from "./frames";

// The process in which files are read, started by reader-process.ts. Its work comes on standard input and
// its answers leave on a pipe of their own, so that whatever a library prints stays out of them.

const ANSWERS = 3;
const Job = z.object({
  name: z.string(),
  bytes: z.instanceof(Uint8Array),
  encoding: z.enum(ENCODINGS).nullable(),
});

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

sendFrame(answers, "ready");
onFrames(
  process.stdin,
  FILE_LIMIT + 1024 * 1024,
  async (message) => {
    const { name, bytes, encoding } = Job.parse(message);
    const read = await readFile(name, bytes, { encoding });
    const answer = read.ok ? { ...read, guess: guessOf(read.reading) } : read;
    sendFrame(answers, { read: answer, memory: process.memoryUsage.rss() });
  },
  (error) => {
    throw error;
  },
);
