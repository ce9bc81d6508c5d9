import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { onFrames, sendFrame } from "./frames";
import { Answer, type Done, type Ending, SLICE, type Task } from "./task";

const MB = 1024 * 1024;

export interface Bounds {
  /** Milliseconds from handing over a task to its answer. */
  time: number;
  /** Megabytes of JavaScript's own memory; the process ends itself above it. */
  heap: number;
  /** Megabytes of all memory, watched from outside where the system tells (Linux). */
  memory: number;
}

export const BOUNDS: Bounds = { time: 60_000, heap: 768, memory: 1400 };

/** The most that all of an answer may be, in bytes: the longest text and what surrounds it, each letter two bytes. */
const ANSWER_LIMIT = 256 * MB;
const WATCH_EVERY = 100;
const PAGE = 4096;

/** The settings that a reader needs; it has no business with the database's address or with secrets. */
function environment(): NodeJS.ProcessEnv {
  const names = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG"];
  const kept = names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), NODE_ENV: "production", TZ: "UTC" };
}

interface Waiting {
  pieces: unknown[];
  bytes: number;
  settle: (done: Done) => void;
}

/**
 * A process that does one task at a time. It is started once and does many; whatever goes wrong with it,
 * it is killed, and answers for the task that it had.
 */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private waiting: Waiting | null = null;
  private said = "";
  /** Whether it is gone, or must not be used again. */
  ended = false;
  /** Bytes that it holds after its last task. */
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
      (value, bytes) => this.answer(value, bytes),
      () => this.end("reader_failed"),
    );
  }

  /** Does a task; answers with the reason where the process came to an end over it. */
  run(task: Task, signal?: AbortSignal): Promise<Done> {
    return new Promise((resolve) => {
      const cancel = () => this.end("reading_cancelled");
      const deadline = setTimeout(() => this.end("took_too_long"), this.bounds.time);
      const watch = setInterval(() => void this.watchMemory(), WATCH_EVERY);
      const settle = (done: Done) => {
        clearTimeout(deadline);
        clearInterval(watch);
        signal?.removeEventListener("abort", cancel);
        resolve(done);
      };
      this.waiting = { pieces: [], bytes: 0, settle };
      signal?.addEventListener("abort", cancel, { once: true });
      if (signal?.aborted) cancel();
      else void this.handOver(task);
    });
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  kill(): void {
    this.end("reader_failed");
  }

  /** The bytes go in slices, so that no large file holds the server while it is copied. */
  private async handOver({ kind, about, bytes }: Task): Promise<void> {
    const { stdin } = this.child;
    if (this.ended || !stdin) {
      this.end("reader_failed");
      return;
    }
    await sendFrame(stdin, { kind, about, size: bytes.length });
    for (let from = 0; from < bytes.length && !this.ended; from += SLICE)
      await sendFrame(stdin, bytes.subarray(from, from + SLICE));
  }

  private answer(value: unknown, bytes: number): void {
    const answer = Answer.safeParse(value);
    const { waiting } = this;
    if (!answer.success || !waiting) {
      this.end("reader_failed");
      return;
    }
    waiting.bytes += bytes;
    if (waiting.bytes > ANSWER_LIMIT) this.end("took_too_much_memory");
    else if ("piece" in answer.data) waiting.pieces.push(answer.data.piece);
    else {
      this.memory = answer.data.memory;
      this.settle({ ok: true, value: answer.data.value, pieces: waiting.pieces });
    }
  }

  private settle(done: Done): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.settle(done);
  }

  private end(reason: Ending): void {
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
