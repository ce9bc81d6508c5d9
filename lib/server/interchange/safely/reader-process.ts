import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Encoding } from "@/lib/domain/transcript";
import { FileRead } from "@/lib/schemas/files";
import { onFrames, sendFrame } from "./frames";

const MB = 1024 * 1024;

export interface Bounds {
  /** Milliseconds from handing over a file to its answer. */
  time: number;
  /** Megabytes of JavaScript's own memory; the process ends itself above it. */
  heap: number;
  /** Megabytes of all memory, watched from outside where the system tells (Linux). */
  memory: number;
}

export const BOUNDS: Bounds = { time: 60_000, heap: 768, memory: 1400 };

export interface Job {
  name: string;
  bytes: Uint8Array;
  encoding: Encoding | null;
}

/** An answer is the longest text and what surrounds it, each letter two bytes. */
const ANSWER_LIMIT = 256 * MB;
const WATCH_EVERY = 100;
const PAGE = 4096;

const Answer = z.union([z.literal("ready"), z.object({ read: FileRead, memory: z.number() })]);

/** The settings that a reader needs; it has no business with the database's address or with secrets. */
function environment(): NodeJS.ProcessEnv {
  const names = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG"];
  const kept = names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), NODE_ENV: "production", TZ: "UTC" };
}

/**
 * A process that reads one file at a time. It is started once and reads many; whatever goes wrong with it,
 * it is killed, and answers for the file that it had.
 */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private waiting: ((read: FileRead) => void) | null = null;
  private said = "";
  /** Whether it is gone, or must not be used again. */
  ended = false;
  /** Bytes that it holds after its last file. */
  memory = 0;

  constructor(private readonly bounds: Bounds) {
    // The checkout is where the server was started; lib/launch sees to that.
    const main = path.join(
      /* turbopackIgnore: true */ process.cwd(),
      "lib/server/interchange/safely/main.ts",
    );
    this.child = spawn(
      process.execPath,
      [`--max-old-space-size=${bounds.heap}`, "--conditions=react-server", "--import", "tsx", main],
      { cwd: process.cwd(), env: environment(), stdio: ["pipe", "ignore", "pipe", "pipe"] },
    );
    this.child.unref();
    for (const stream of this.child.stdio) if (stream && "unref" in stream) unref(stream);
    this.child.stderr?.on("data", (words: Buffer) => {
      this.said = (this.said + words.toString("latin1")).slice(-8192);
    });
    // A pipe that breaks is told by the end of the process.
    this.child.stdin?.on("error", () => {});
    this.child.on("error", () => this.end("reader_failed"));
    this.child.on("close", () => {
      const reason = this.exitReason();
      // Nobody ended it, and no file explains it: whoever runs the server should see why.
      if (!this.ended && reason === "reader_failed")
        process.stderr.write(`A reader of files stopped:\n${this.said}\n`);
      this.end(reason);
    });
    const answers = this.child.stdio[3] as Readable;
    onFrames(
      answers,
      ANSWER_LIMIT,
      (value) => this.answer(value),
      () => this.end("reader_failed"),
    );
  }

  /** Reads a file, in its turn; answers with a fault where the process came to an end over it. */
  read(job: Job, signal?: AbortSignal): Promise<FileRead> {
    return new Promise((resolve) => {
      const cancel = () => this.end("reading_cancelled");
      const deadline = setTimeout(() => this.end("took_too_long"), this.bounds.time);
      const watch = setInterval(() => void this.watchMemory(), WATCH_EVERY);
      this.waiting = (read) => {
        clearTimeout(deadline);
        clearInterval(watch);
        signal?.removeEventListener("abort", cancel);
        resolve(read);
      };
      signal?.addEventListener("abort", cancel, { once: true });
      if (signal?.aborted) cancel();
      else if (this.ended || !this.child.stdin) this.end("reader_failed");
      else sendFrame(this.child.stdin, job);
    });
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  kill(): void {
    this.end("reader_failed");
  }

  private answer(value: unknown): void {
    const answer = Answer.safeParse(value);
    if (!answer.success) this.end("reader_failed");
    else if (answer.data !== "ready") {
      this.memory = answer.data.memory;
      this.settle(answer.data.read);
    }
  }

  private settle(read: FileRead): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.(read);
  }

  private end(reason: Extract<FileRead, { ok: false }>["reason"]): void {
    if (!this.ended) {
      this.ended = true;
      this.child.kill("SIGKILL");
    }
    this.settle({ ok: false, reason });
  }

  private exitReason() {
    const { signalCode } = this.child;
    const outOfMemory = /heap out of memory|allocation failed|Array buffer allocation/i.test(this.said);
    // The system's own guard kills what takes the machine's last memory.
    return outOfMemory || signalCode === "SIGABRT" || signalCode === "SIGKILL"
      ? ("took_too_much_memory" as const)
      : ("reader_failed" as const);
  }

  private async watchMemory(): Promise<void> {
    const { pid } = this.child;
    if (pid === undefined || process.platform !== "linux") return;
    try {
      const pages = Number((await readFile(`/proc/${pid}/statm`, "latin1")).split(" ")[1]);
      if (pages * PAGE > this.bounds.memory * MB) this.end("took_too_much_memory");
    } catch {
      // It ended between two looks; its end says why.
    }
  }
}

function unref(stream: object): void {
  if ("unref" in stream && typeof stream.unref === "function") stream.unref();
}
