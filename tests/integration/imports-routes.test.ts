import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { BatchProgress, UploadReading } from "@/lib/schemas/imports";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import { prisma } from "@/lib/server/db";
import { asking } from "@/tests/support/asking";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";

const { GET: progress } = await import("@/app/api/imports/[batchId]/route");
const { PUT: send } = await import("@/app/api/imports/[batchId]/uploads/[uploadId]/route");
const { GET: reading } = await import("@/app/api/imports/[batchId]/uploads/[uploadId]/reading/route");
const { GET: original } = await import("@/app/api/imports/[batchId]/uploads/[uploadId]/original/route");

let a: StudyFixture;
beforeEach(async () => {
  a = (await buildFixture()).a;
  asking.as = a.members.owner;
});

const context = (uploadId: string) => ({ params: Promise.resolve({ batchId: a.batchId, uploadId }) });
const asked = (headers: Record<string, string> = {}) => new Request("http://localhost/", { headers });

function sent(body: BodyInit, headers: Record<string, string> = {}) {
  const named = { "x-file-name": encodeURIComponent("年度/3 高橋.txt"), ...headers };
  return send(
    new Request("http://localhost/?position=7", {
      method: "PUT",
      body,
      headers: named,
      duplex: "half",
    } as RequestInit),
    context(randomUUID()),
  );
}

describe("sending a file", () => {
  test("answers what came, and the batch has it", async () => {
    const response = await sent("聞き手：はい？\n");
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ size: 22 });
    const state = await progress(asked(), context(""));
    const { uploads } = BatchProgress.parse(await state.json());
    expect(uploads.map(([, name, size, status]) => [name, size, status])).toContainEqual([
      "年度/3 高橋.txt",
      22,
      "received",
    ]);
  });

  test("takes an empty one too, which reading will say", async () => {
    const response = await sent("");
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ size: 0 });
    const bare = new Request("http://localhost/?position=8", {
      method: "PUT",
      headers: { "x-file-name": "bare.txt" },
    });
    expect((await send(bare, context(randomUUID()))).status).toBe(201);
  });

  test.each([
    ["from another site", () => sent("x", { "sec-fetch-site": "cross-site" }), 403],
    ["without a name", () => sent("x", { "x-file-name": "" }), 400],
    ["with a name that cannot be read", () => sent("x", { "x-file-name": "%E3%81" }), 400],
    ["with a name of 10,000 letters", () => sent("x", { "x-file-name": "n".repeat(10_000) }), 400],
    ["that says that it is too large", () => sent("x", { "content-length": `${FILE_LIMIT + 1}` }), 413],
  ])("%s is refused, and nothing is kept", async (_, sending, status) => {
    const before = await prisma().upload.count();
    expect((await sending()).status).toBe(status);
    expect(await prisma().upload.count()).toBe(before);
  });
});

test("progress is not sent again while nothing changed", async () => {
  const first = await progress(asked(), context(""));
  const etag = first.headers.get("etag") ?? "";
  expect((await progress(asked({ "if-none-match": etag }), context(""))).status).toBe(304);
  await prisma().upload.update({
    where: { id: a.uploadId },
    data: { status: "failed", problem: "file_pdf" },
  });
  const second = await progress(asked({ "if-none-match": etag }), context(""));
  expect(second.status).toBe(200);
});

test("a reading goes out compressed as it lies", async () => {
  const response = await reading(asked(), context(a.uploadId));
  expect(response.headers.get("content-type")).toBe("application/gzip");
  const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString("utf8");
  expect(UploadReading.parse(JSON.parse(text)).reading).toEqual({
    kind: "lines",
    text: "聞き手：どうですか？\n協力者：はい。\n",
  });
  const again = asked({ "if-none-match": response.headers.get("etag") ?? "" });
  expect((await reading(again, context(a.uploadId))).status).toBe(304);
});

describe("an original", () => {
  test("comes back under its name, to be saved and never shown", async () => {
    await prisma().upload.update({
      where: { id: a.storedUploadId },
      data: { name: `folder/聞き取り "1" (写し)'.html` },
    });
    const response = await original(asked(), context(a.storedUploadId));
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="____ _1_ (__)'.html"; filename*=UTF-8''%E8%81%9E%E3%81%8D%E5%8F%96%E3%82%8A%20%221%22%20%28%E5%86%99%E3%81%97%29%27.html`,
    );
    expect(response.headers.get("etag")).toMatch(/^"[0-9a-f]{64}"$/);
    expect(await response.text()).toBe("聞き手：どうですか？\n協力者：はい。\n");
  });

  test("of a file that became no transcript is not given out here", async () => {
    expect((await original(asked(), context(a.uploadId))).status).toBe(404);
  });
});
