import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { batchOf, openBatches, originalOf } from "@/lib/server/imports/data";
import { cancelUploads, openBatch, receiveUpload } from "@/lib/server/imports/mutations";
import { importDesk } from "@/tests/support/imports/desk";
import { bodyOf, newBatch, signal, TALK } from "@/tests/support/imports/files";

const MEGABYTE = 1024 * 1024;

const desk = importDesk();

const sent = (fields: object = {}) => ({
  batchId: desk.batchId,
  id: randomUUID(),
  position: 0,
  name: "1.txt",
  length: null,
  ...fields,
});

/** Bytes without end, with how many have been asked for. */
function endless() {
  const piece = new Uint8Array(64 * 1024).fill(0x61);
  const asked = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked.bytes += piece.length;
        controller.enqueue(piece.slice());
      },
      cancel() {
        asked.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, asked };
}

const rowsOf = async () => ({
  uploads: await prisma().upload.count({ where: { batchId: desk.batchId } }),
  chunks: await prisma().uploadChunk.count({ where: { upload: { batchId: desk.batchId } } }),
});

describe("a file on its way", () => {
  test("is kept to the byte, in pieces, and can be had back", async () => {
    const bytes = new Uint8Array(2 * MEGABYTE + 7);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 7 + (at >> 8)) & 0xff;
    const file = sent({ name: "年度/会議「１」.txt", length: bytes.length });
    const cut = [bytes.subarray(0, 100), bytes.subarray(100, 1_500_000), bytes.subarray(1_500_000)];
    const received = await receiveUpload(desk.coder, file, bodyOf(...cut));
    expect(received).toEqual({
      id: file.id,
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(await rowsOf()).toEqual({ uploads: 1, chunks: 3 });
    await prisma().upload.update({
      where: { id: file.id },
      data: { transcriptId: desk.fixture.a.transcriptId, status: "stored" },
    });
    const original = await originalOf(desk.coder, file.id);
    expect(original.name).toBe("会議「１」.txt");
    const back = new Uint8Array(await new Response(original.body()).arrayBuffer());
    expect(Buffer.compare(back, bytes)).toBe(0);
  });

  test("of the largest size comes in, and takes the memory of a piece", async () => {
    const { body } = endless();
    let left = FILE_LIMIT;
    const exact = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, controller) {
          if (left > 0) controller.enqueue(piece.subarray(0, left));
          left -= piece.length;
          if (left <= 0) controller.terminate();
        },
      }),
    );
    const before = process.memoryUsage();
    let most = 0;
    const watch = setInterval(() => {
      const { arrayBuffers, heapUsed } = process.memoryUsage();
      most = Math.max(most, arrayBuffers + heapUsed - before.arrayBuffers - before.heapUsed);
    }, 5);
    const { size } = await receiveUpload(desk.coder, sent(), exact);
    clearInterval(watch);
    expect(size).toBe(FILE_LIMIT);
    // Pieces that are sent and not yet collected are there too; the file whole would be fifty.
    expect(most / MEGABYTE).toBeLessThan(40);
  });

  test("one byte above the limit is refused as it comes, and leaves nothing", async () => {
    const { body, asked } = endless();
    await expect(receiveUpload(desk.coder, sent(), body)).rejects.toMatchObject({ code: "too_large" });
    expect(asked.bytes).toBeLessThanOrEqual(FILE_LIMIT + 128 * 1024);
    expect(asked.cancelled).toBe(true);
    expect(await rowsOf()).toEqual({ uploads: 0, chunks: 0 });
  });

  test("that says that it is too large is not read at all", async () => {
    const { body, asked } = endless();
    await expect(receiveUpload(desk.coder, sent({ length: FILE_LIMIT + 1 }), body)).rejects.toMatchObject({
      code: "too_large",
    });
    expect(asked.bytes).toBe(0);
  });

  test("sent twice under one id is there once", async () => {
    const file = sent();
    const first = await receiveUpload(desk.coder, file, bodyOf(TALK));
    expect(await receiveUpload(desk.coder, file, bodyOf(TALK))).toEqual(first);
    const other = sent({ position: 1 });
    const both = await Promise.all([
      receiveUpload(desk.coder, other, bodyOf(TALK)),
      receiveUpload(desk.coder, other, bodyOf(TALK)),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(await rowsOf()).toEqual({ uploads: 2, chunks: 2 });
  });

  test("in the place of another, or under the id of another batch's, is refused", async () => {
    const file = sent({ position: 3 });
    await receiveUpload(desk.coder, file, bodyOf(TALK));
    const there = receiveUpload(desk.coder, sent({ position: 3 }), bodyOf(TALK));
    await expect(there).rejects.toMatchObject({ code: "conflict" });
    const other = { ...file, batchId: await newBatch(desk.coder) };
    await expect(receiveUpload(desk.coder, other, bodyOf(TALK))).rejects.toMatchObject({ code: "conflict" });
    expect(await rowsOf()).toEqual({ uploads: 1, chunks: 1 });
  });

  test("that is cut off leaves nothing, and comes in when it is sent again", async () => {
    const file = sent({ length: TALK.length * 10 });
    await expect(receiveUpload(desk.coder, file, bodyOf(TALK))).rejects.toMatchObject({
      code: "unavailable",
    });
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(2 * MEGABYTE));
      },
      pull(controller) {
        controller.error(new Error("aborted"));
      },
    });
    await expect(receiveUpload(desk.coder, file, broken)).rejects.toMatchObject({ code: "unavailable" });
    expect(await rowsOf()).toEqual({ uploads: 0, chunks: 0 });
    await receiveUpload(desk.coder, { ...file, length: null }, bodyOf(TALK));
    expect(await rowsOf()).toEqual({ uploads: 1, chunks: 1 });
  });

  test("whose sender falls silent is given up", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const pulled = signal();
      const silent = new ReadableStream<Uint8Array>(
        {
          pull() {
            pulled.say();
            return new Promise(() => undefined);
          },
        },
        { highWaterMark: 0 },
      );
      const refused = expect(receiveUpload(desk.coder, sent(), silent)).rejects.toMatchObject({
        code: "unavailable",
        body: { detail: "upload_cut_off" },
      });
      await pulled.said;
      await vi.advanceTimersByTimeAsync(30_000);
      await refused;
    } finally {
      vi.useRealTimers();
    }
    expect(await rowsOf()).toEqual({ uploads: 0, chunks: 0 });
  });

  test("does not come in once its batch is cancelled, even if it was on its way before", async () => {
    const half = signal();
    const cancelled = signal();
    let pieces = 0;
    const slow = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          pieces += 1;
          if (pieces === 3) {
            half.say();
            await cancelled.said;
          }
          if (pieces > 3) controller.close();
          else controller.enqueue(new Uint8Array(MEGABYTE).fill(0x61));
        },
      },
      { highWaterMark: 0 },
    );
    const refused = expect(receiveUpload(desk.coder, sent(), slow)).rejects.toMatchObject({
      code: "conflict",
      body: { detail: "batch_cancelled" },
    });
    await half.said;
    await cancelUploads(desk.coder, desk.batchId, null);
    cancelled.say();
    await refused;
    expect(await rowsOf()).toEqual({ uploads: 0, chunks: 0 });
  });

  test("many at once leave connections for everybody else", async () => {
    const gate = signal();
    let begun = 0;
    const held = Array.from({ length: 12 }, (_, position) => {
      const words = [TALK];
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const next = words.shift();
            if (next === undefined) return controller.close();
            begun += 1;
            await gate.said;
            controller.enqueue(new TextEncoder().encode(next));
          },
        },
        { highWaterMark: 0 },
      );
      return receiveUpload(desk.coder, sent({ position }), body);
    });
    await vi.waitFor(() => expect(begun).toBe(3));
    for (let asked = 0; asked < 20; asked += 1) expect(await openBatches(desk.coder)).toHaveLength(1);
    expect(begun).toBe(3);
    gate.say();
    await Promise.all(held);
    expect(await rowsOf()).toEqual({ uploads: 12, chunks: 12 });
  });
});

describe("a batch", () => {
  test("opened twice is one, and another's id is refused", async () => {
    expect(await openBatch(desk.coder, desk.batchId)).toEqual({ id: desk.batchId });
    const owner = await offlineScope(desk.fixture.a.members.owner.userId, desk.fixture.a.studyId);
    await expect(openBatch(owner, desk.batchId)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is seen by whoever handed it in and by leads, and by no other coder", async () => {
    await desk.send({ name: "佐藤一郎.txt" });
    const lead = await offlineScope(desk.fixture.a.members.lead.userId, desk.fixture.a.studyId);
    expect((await batchOf(lead, desk.batchId)).uploads[0]?.[1]).toBe("佐藤一郎.txt");
    const { trainee } = desk.fixture.a.members;
    await prisma().membership.update({
      where: { studyId_userId: { studyId: desk.fixture.a.studyId, userId: trainee.userId } },
      data: { role: "coder" },
    });
    const other = await offlineScope(trainee.userId, desk.fixture.a.studyId);
    await expect(batchOf(other, desk.batchId)).rejects.toMatchObject({ code: "not_found" });
    expect(await openBatches(other)).toEqual([]);
    await expect(receiveUpload(other, sent({ position: 9 }), bodyOf(TALK))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await cancelUploads(other, desk.batchId, null)).toEqual({ cancelled: [] });
    expect((await batchOf(desk.coder, desk.batchId)).cancelled).toBe(false);
  });

  test("that is cancelled keeps no bytes, and leaves transcripts and their originals alone", async () => {
    const { a } = desk.fixture;
    const lead = await offlineScope(a.members.lead.userId, a.studyId);
    expect((await cancelUploads(lead, a.batchId, null)).cancelled).toEqual([a.uploadId]);
    const { uploads, cancelled } = await batchOf(lead, a.batchId);
    expect(cancelled).toBe(true);
    expect(uploads.map(([id, , , status]) => [id, status])).toEqual([
      [a.uploadId, "cancelled"],
      [a.storedUploadId, "stored"],
    ]);
    expect(await prisma().uploadChunk.count({ where: { uploadId: a.uploadId } })).toBe(0);
    expect((await originalOf(lead, a.storedUploadId)).name).toBe("2 鈴木.txt");
  });

  test("goes with its study", async () => {
    await desk.send();
    await prisma().$executeRaw`DELETE FROM "ImportBatch" WHERE "studyId" = ${desk.fixture.a.studyId}::uuid`;
    expect(await rowsOf()).toEqual({ uploads: 0, chunks: 0 });
  });
});
