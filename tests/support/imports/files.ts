import { randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import type { UploadStatus } from "@/lib/schemas/imports";
import { scopeOfJob } from "@/lib/server/access/job";
import { prisma } from "@/lib/server/db";
import { openBatch, type ReadFile, readFile, receiveUpload, Worker } from "@/lib/server/imports/mutations";

export const TALK =
  "聞き手：安全とは何だと思いますか？\n協力者：🍊 がんばる。\n　続き e\u0301\n聞き手：そうですか？\n協力者：はい。\n";

/** A body that comes in pieces, as from a browser. */
export function bodyOf(...pieces: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const left = pieces.map((piece) => (typeof piece === "string" ? new TextEncoder().encode(piece) : piece));
  return new ReadableStream(
    {
      pull(controller) {
        const next = left.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

export async function newBatch(scope: StudyScope): Promise<string> {
  return (await openBatch(scope, randomUUID())).id;
}

let places = 0;

/** Sends a file of a few words, and answers its id. */
export async function send(
  scope: StudyScope,
  batchId: string,
  { name = "1.txt", text = TALK, id = randomUUID() }: { name?: string; text?: string; id?: string } = {},
): Promise<string> {
  await receiveUpload(scope, { batchId, id, position: places++, name, length: null }, bodyOf(text));
  return id;
}

/** A worker of this process, which looks often. */
export const startWorker = (options: { read?: ReadFile; lease?: number; atOnce?: number } = {}) =>
  new Worker({
    scopeOf: (job) => scopeOfJob(job, "transcript.add"),
    read: readFile,
    look: 50,
    ...options,
  });

/** Something that one part of a test says and another waits for. */
export function signal(): { said: Promise<void>; say: () => void } {
  let say = () => {};
  const said = new Promise<void>((resolve) => {
    say = resolve;
  });
  return { said, say };
}

export const uploadRow = (id: string) => prisma().upload.findUniqueOrThrow({ where: { id } });

/** Waits until the file has come so far. */
export const reaches = (id: string, status: UploadStatus) =>
  vi.waitFor(async () => expect((await uploadRow(id)).status).toBe(status), {
    timeout: 15_000,
    interval: 25,
  });

/** What files became under the title that `importChoices` gives. */
export const broughtIn = () =>
  prisma().transcript.findMany({ where: { title: { startsWith: "Brought in" } } });
