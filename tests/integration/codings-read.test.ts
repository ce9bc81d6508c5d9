import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/transcripts/[transcriptId]/codings/route";
import type { Operation } from "@/lib/domain/coding";
import { CodingsPayload } from "@/lib/schemas/coding";
import { applyOperations } from "@/lib/server/coding/actions";
import { prisma } from "@/lib/server/db";
import { asking } from "@/tests/support/asking";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";

let a: StudyFixture;
beforeEach(async () => {
  a = (await buildFixture()).a;
  asking.as = a.members.coder;
});

async function apply(operation: Operation): Promise<void> {
  const result = await applyOperations({ transcriptId: a.transcriptId, operations: [operation] });
  expect(result).toMatchObject({ ok: true, value: [{ ok: true }] });
}

async function code(quote: string, ...codeIds: string[]) {
  const start = a.text.indexOf(quote);
  const segmentId = randomUUID();
  const codings = codeIds.map((codeId) => ({ id: randomUUID(), codeId }));
  const range = { start, end: start + quote.length, quote };
  await apply({ id: randomUUID(), kind: "apply", versionId: a.versionId, segmentId, ...range, codings });
  return { segmentId };
}

/** What the reader is given. */
async function read(query = "") {
  const request = new Request(`http://127.0.0.1/api/transcripts/${a.transcriptId}/codings${query}`);
  const response = await GET(request, { params: Promise.resolve({ transcriptId: a.transcriptId }) });
  return { tag: response.headers.get("etag") ?? "", payload: CodingsPayload.parse(await response.json()) };
}

describe("the codings of a transcript", () => {
  it("are the live ones, with their coders and codes", async () => {
    const { payload } = await read();
    expect(payload.versionId).toBe(a.versionId);
    expect(payload.coders).toEqual([{ id: a.members.coder.userId, name: "coder" }]);
    expect(payload.segments).toEqual([
      [
        ...[a.segmentId, a.segment.start, a.segment.end, 0, "not_stated", null, "", expect.any(Number), null],
        [[a.codingId, 0, 0]],
      ],
    ]);
    expect(payload.codes).toEqual([a.codeId]);
    const { createdAt } = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
    expect(Math.abs((payload.segments[0]?.[7] ?? 0) - createdAt.getTime() / 1000)).toBeLessThan(1);
  });

  it("say memos and permissions as they are, whatever signs a memo holds, and keep their order", async () => {
    const memo = 'He said: "no\\yes",\n\t\u2028[1, 2] 👩‍👩‍👧 حرية';
    await prisma().segment.update({ where: { id: a.segmentId }, data: { memo, permission: "withheld" } });
    const later = await code("e\u0301galite\u0301", a.codeId, a.spareCodeId);
    const { payload } = await read();
    expect(
      payload.segments.map(([id, , , coder, , permission, words]) => [id, coder, permission, words]),
    ).toEqual([
      [a.segmentId, 0, "withheld", memo],
      [later.segmentId, 0, null, ""],
    ]);
    expect(payload.segments.map((row) => row[9].map(([, code]) => payload.codes[code]).toSorted())).toEqual([
      [a.codeId],
      [a.codeId, a.spareCodeId].toSorted(),
    ]);
  });

  it("are those about a place, where one is asked for", async () => {
    const later = await code("e\u0301galite\u0301", a.codeId);
    const [, all] = (await read()).payload.segments;
    const [, start = 0, end = 0] = all ?? [];
    const idsIn = async (from: number, to: number) =>
      (await read(`?from=${from}&to=${to}`)).payload.segments.map(([id]) => id);
    expect(await idsIn(0, 1_000_000)).toEqual([a.segmentId, later.segmentId]);
    expect(await idsIn(end - 1, end)).toEqual([later.segmentId]);
    expect(await idsIn(end, end + 9)).toEqual([]);
    expect(await idsIn(a.segment.start, start)).toEqual([a.segmentId]);
  });

  it("come with a tag that changes with every write, and cost nothing while it does not", async () => {
    const { tag } = await read();
    const request = new Request("http://127.0.0.1/", { headers: { "if-none-match": tag } });
    const same = await GET(request, { params: Promise.resolve({ transcriptId: a.transcriptId }) });
    expect(same.status).toBe(304);
    await apply({ id: randomUUID(), kind: "remove", segmentId: a.segmentId });
    const after = await read();
    expect(after.tag).not.toBe(tag);
    expect(after.payload.segments).toEqual([]);
  });
});
