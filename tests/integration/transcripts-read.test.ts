import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { TranscriptText } from "@/lib/schemas/transcripts";
import { prisma } from "@/lib/server/db";
import { listTranscripts } from "@/lib/server/transcripts/data";
import { asking } from "@/tests/support/asking";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { addWords } from "@/tests/support/transcripts";

const { GET } = await import("@/app/api/transcripts/[transcriptId]/text/route");

let a: StudyFixture;
beforeEach(async () => {
  a = (await buildFixture()).a;
  asking.as = a.members.coder;
});

const context = (params: Record<string, string>) => ({ params: Promise.resolve(params) });

function read(transcriptId: string, query = "", headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/api/transcripts/${transcriptId}/text${query}`, { headers });
  return GET(request, context({ transcriptId }));
}

const added = () => addWords(a);

describe("the list of transcripts", () => {
  test("counts characters, and says whose interview it is", async () => {
    const id = await added();
    const text = TranscriptText.parse(await (await read(id)).json());
    expect(text.speakers.find(({ role }) => role === "interviewee")?.intervieweeNumber).toBe(1);
    const listed = (await listTranscripts({ studyId: a.studyId } as StudyScope)).find(
      (each) => each.id === id,
    );
    expect(listed).toMatchObject({ counted: "characters", speakers: 2, codings: 0, coders: 0 });
    expect(listed?.interviewees).toHaveLength(1);
  });

  test("counts anew where another release kept a length in another shape", async () => {
    const scope = { studyId: a.studyId } as StudyScope;
    const id = await added();
    const before = (await listTranscripts(scope)).find((listed) => listed.id === id);
    expect(before?.spoken).toBeGreaterThan(0);
    const data = new TextEncoder().encode(JSON.stringify({ spoken: 1 }));
    expect(await prisma().digest.updateMany({ where: { transcriptId: id }, data: { data } })).toEqual({
      count: 1,
    });
    expect((await listTranscripts(scope)).find((listed) => listed.id === id)).toEqual(before);
  });
});

describe("the text of a transcript", () => {
  test("is not sent again while nothing changed, and is when a passage did", async () => {
    const first = await read(a.transcriptId);
    const etag = first.headers.get("etag") ?? "";
    expect((await read(a.transcriptId, "", { "if-none-match": etag })).status).toBe(304);
    const passage = await prisma().passage.findFirst({ where: { versionId: a.versionId } });
    if (!passage) throw new Error("the fixture has a passage");
    const status = passage.status === "answered" ? "unanswered" : "answered";
    await prisma().passage.update({ where: { id: passage.id }, data: { status } });
    const second = await read(a.transcriptId, "", { "if-none-match": etag });
    expect(second.status).toBe(200);
    expect(second.headers.get("etag")).not.toBe(etag);
  });

  test("is that of the version asked for, and of no other transcript's", async () => {
    const version = TranscriptText.parse(
      await (await read(a.transcriptId, `?version=${a.versionId}`)).json(),
    );
    expect(version.versionId).toBe(a.versionId);
    expect((await read(a.transcriptId, `?version=${randomUUID()}`)).status).toBe(404);
    expect((await read(a.transcriptId, "?version=x")).status).toBe(400);
  });
});
