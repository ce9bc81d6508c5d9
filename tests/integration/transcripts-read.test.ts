import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { AddedTranscript, TranscriptText, UploadAnswer } from "@/lib/schemas/transcripts";
import { prisma } from "@/lib/server/db";
import type { SessionClaim } from "@/lib/server/session";
import { listTranscripts } from "@/lib/server/transcripts/data";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";

const asking = vi.hoisted(() => ({ as: null as SessionClaim | null }));
vi.mock("@/lib/server/session", () => ({ currentSession: async () => asking.as }));

const { GET } = await import("@/app/api/transcripts/[transcriptId]/text/route");
const { POST: upload } = await import("@/app/api/studies/[studyId]/uploads/route");
const { POST: add } = await import("@/app/api/studies/[studyId]/transcripts/route");

const WORDS = "聞き手：いつ始めましたか？\n協力者：2014年です。🐟\n聞き手：なぜ？\n協力者：さあ。\n";

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

function post(
  route: typeof add,
  fields: Record<string, string | Blob>,
  headers: Record<string, string> = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = new Request("http://localhost/", { method: "POST", body: form, headers });
  return route(request, context({ studyId: a.studyId }));
}

const choices = (changes: object = {}) =>
  JSON.stringify({
    eventId: randomUUID(),
    transcriptId: randomUUID(),
    title: "Interview",
    language: "ja",
    encoding: null,
    speakers: { accept: [], refuse: [], join: [], apart: [], roles: [], unlabelled: null },
    interviewId: a.interviewId,
    interviewees: [],
    questions: true,
    pairWith: null,
    ...changes,
  });

const file = (content: BlobPart, name = "talk.txt") => new File([content], name);

describe("a file that is added", () => {
  test("is previewed, stored under the choices, and read back", async () => {
    const preview = UploadAnswer.parse(await (await post(upload, { file: file(WORDS) })).json());
    expect(preview).toMatchObject({ ok: true, value: { format: "text", encoding: "utf-8", text: WORDS } });

    const roles = [{ label: "協力者", role: "other" }];
    const speakers = { accept: [], refuse: [], join: [], apart: [], roles, unlabelled: null };
    const response = await post(add, { file: file(WORDS), choices: choices({ speakers }) });
    expect(response.status).toBe(201);
    const added = AddedTranscript.parse(await response.json());
    const text = TranscriptText.parse(await (await read(added.id)).json());
    expect(text).toMatchObject({ versionId: added.versionId, number: 1, length: WORDS.length, text: WORDS });
    expect(text.turns.map(([, body, end]) => WORDS.slice(body, end))[1]).toBe("2014年です。🐟");
    expect(text.turns.map(([, , , speaker]) => text.speakers[speaker ?? -1]?.role)).toEqual([
      "interviewer",
      "other",
      "interviewer",
      "other",
    ]);
  });

  test("gives the interview's only interviewee to the speakers who are one", async () => {
    const added = AddedTranscript.parse(
      await (await post(add, { file: file(WORDS), choices: choices() })).json(),
    );
    const text = TranscriptText.parse(await (await read(added.id)).json());
    expect(text.speakers.find(({ role }) => role === "interviewee")?.intervieweeNumber).toEqual(
      expect.any(Number),
    );
    const listed = (await listTranscripts({ studyId: a.studyId } as StudyScope)).find(
      ({ id }) => id === added.id,
    );
    expect(listed).toMatchObject({ counted: "characters", speakers: 2, codings: 0, coders: 0 });
    expect(listed?.interviewees).toHaveLength(1);
  });

  test("is counted anew where another release kept its length in another shape", async () => {
    const scope = { studyId: a.studyId } as StudyScope;
    const { id } = AddedTranscript.parse(
      await (await post(add, { file: file(WORDS), choices: choices() })).json(),
    );
    const before = (await listTranscripts(scope)).find((listed) => listed.id === id);
    expect(before?.spoken).toBeGreaterThan(0);
    const data = new TextEncoder().encode(JSON.stringify({ spoken: 1 }));
    expect(await prisma().digest.updateMany({ where: { transcriptId: id }, data: { data } })).toEqual({
      count: 1,
    });
    expect((await listTranscripts(scope)).find((listed) => listed.id === id)).toEqual(before);
  });

  test("sent again after a lost answer, is added once", async () => {
    const sent = choices();
    const first = await (await post(add, { file: file(WORDS), choices: sent })).json();
    expect(await (await post(add, { file: file(WORDS), choices: sent })).json()).toEqual(first);
    expect(await prisma().transcript.count({ where: { studyId: a.studyId, title: "Interview" } })).toBe(1);
  });

  test.each([
    ["an empty file", () => ({ file: file(""), choices: choices() }), 400, "file_empty"],
    ["a PDF", () => ({ file: file("%PDF-1.4"), choices: choices() }), 400, "file_pdf"],
    ["no choices", () => ({ file: file(WORDS) }), 400, undefined],
    ["choices that are no JSON", () => ({ file: file(WORDS), choices: "{" }), 400, undefined],
    [
      "a title of 10,000 characters",
      () => ({ file: file(WORDS), choices: choices({ title: "x".repeat(10_000) }) }),
      400,
      undefined,
    ],
    ["no file", () => ({ choices: choices() }), 400, undefined],
    [
      "another study's interview",
      () => ({ file: file(WORDS), choices: choices({ interviewId: randomUUID() }) }),
      404,
      undefined,
    ],
  ])("%s is refused, and nothing is stored", async (_, fields, status, detail) => {
    const before = await prisma().transcript.count();
    const response = await post(add, fields());
    expect(response.status).toBe(status);
    const body = (await response.json()) as { error: { detail?: string } };
    expect(body.error.detail).toBe(detail);
    expect(await prisma().transcript.count()).toBe(before);
  });

  test("a file that cannot be read is answered with the reason", async () => {
    const response = await post(upload, { file: file("{\\rtf1}") });
    expect(response.status).toBe(200);
    expect(UploadAnswer.parse(await response.json())).toEqual({
      ok: false,
      error: { code: "invalid", detail: "file_rtf" },
    });
  });

  test("a form from another site is refused", async () => {
    const response = await post(
      add,
      { file: file(WORDS), choices: choices() },
      { "sec-fetch-site": "cross-site" },
    );
    expect(response.status).toBe(403);
  });

  test("a body above the limit is refused while it is read", async () => {
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ > 200) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const request = new Request("http://localhost/", {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit);
    const response = await upload(request, context({ studyId: a.studyId }));
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(80);
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
