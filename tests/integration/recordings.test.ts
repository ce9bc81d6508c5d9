import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import { Hearing, RECORDING_LIMIT } from "@/lib/schemas/recordings";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { asking } from "@/tests/support/asking";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { addRecording } from "@/tests/support/recordings";
import { tone } from "@/tests/support/tone";

const { GET: hearing } = await import("@/app/api/transcripts/[transcriptId]/hearing/route");
const { GET: play, PUT: send } = await import(
  "@/app/api/transcripts/[transcriptId]/recordings/[recordingId]/route"
);
const { removeRecording } = await import("@/lib/server/recordings/actions");
const { playable, recordingOf } = await import("@/lib/server/recordings/data");
const { receiveRecording } = await import("@/lib/server/recordings/mutations");

let a: StudyFixture;
let b: StudyFixture;
beforeEach(async () => {
  ({ a, b } = await buildFixture());
  asking.as = a.members.coder;
});

const context = (recordingId: string) => ({
  params: Promise.resolve({ transcriptId: a.transcriptId, recordingId }),
});
const as = (role: Role) => {
  asking.as = a.members[role];
};
const asked = (headers: Record<string, string> = {}) => new Request("http://localhost/", { headers });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

function sent(body: BodyInit, headers: Record<string, string> = {}, recordingId = randomUUID()) {
  const request = new Request("http://localhost/", {
    method: "PUT",
    body,
    headers: { "x-file-name": encodeURIComponent("鈴木さん.wav"), ...headers },
    duplex: "half",
  } as RequestInit);
  return send(request, context(recordingId));
}
const refusal = async (response: Response) => [
  response.status,
  ((await response.json()) as { error: { detail?: string } }).error.detail,
];

describe("attaching a recording", () => {
  test("keeps it byte by byte in pieces, tells it in the history without its name, and once if sent twice", async () => {
    // Longer than a piece.
    const bytes = tone(140);
    const id = randomUUID();
    expect((await sent(new Uint8Array(bytes), {}, id)).status).toBe(201);
    expect((await sent(new Uint8Array(bytes), {}, id)).status).toBe(201);
    expect(await prisma().recordingPiece.count({ where: { recordingId: id } })).toBe(2);
    const whole = await play(asked(), context(id));
    expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "audio/wav"]);
    // Whoever may not hear it any more has no copy.
    expect(whole.headers.get("cache-control")).toBe("private, no-store");
    expect((await bytesOf(whole)).equals(bytes)).toBe(true);
    const events = await prisma().historyEvent.findMany({
      where: { kind: "recording.attach", studyId: a.studyId },
    });
    expect(events.map(({ after }) => after)).toEqual([
      { recordingId: id, kind: "audio/wav", size: bytes.length },
    ]);
  });

  test("refuses what is no sound, what is too large, what was cut off, and a second one; nothing of these stays", async () => {
    expect(await refusal(await sent("<html><script>"))).toEqual([400, "recording_unknown"]);
    expect(await refusal(await sent("RIFF", { "content-length": String(RECORDING_LIMIT + 1) }))).toEqual([
      413,
      "recording_too_large",
    ]);
    expect(await refusal(await sent("RIFF    WAVE", { "content-length": "9000" }))).toEqual([
      503,
      "upload_cut_off",
    ]);
    expect(await prisma().recording.count({ where: { transcriptId: a.transcriptId } })).toBe(0);
    await addRecording(a.transcriptId);
    expect(await refusal(await sent("RIFF    WAVE"))).toEqual([409, "recording_there"]);
    expect(await prisma().recording.count({ where: { transcriptId: a.transcriptId } })).toBe(1);
  });

  test("of two that are sent at once keeps one", async () => {
    const answers = await Promise.all([sent("RIFF    WAVE 1"), sent("RIFF    WAVE 2")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await prisma().recording.count({ where: { transcriptId: a.transcriptId } })).toBe(1);
  });
});

describe("playing a recording", () => {
  test("gives any stretch of it, over the border of pieces too", async () => {
    const bytes = tone(1);
    const id = await addRecording(a.transcriptId, bytes);
    const half = bytes.length / 2;
    for (const [start, end] of [
      [0, bytes.length],
      [half - 3, half + 5],
      [bytes.length - 1, bytes.length],
    ] as const) {
      const answer = await play(asked({ range: `bytes=${start}-${end - 1}` }), context(id));
      expect([
        answer.status,
        answer.headers.get("content-range"),
        answer.headers.get("content-length"),
      ]).toEqual([206, `bytes ${start}-${end - 1}/${bytes.length}`, String(end - start)]);
      expect((await bytesOf(answer)).equals(bytes.subarray(start, end))).toBe(true);
    }
    expect((await play(asked({ range: "bytes=999999-" }), context(id))).status).toBe(416);
    const other = await play(asked({ range: "bytes=0-1", "if-range": '"another"' }), context(id));
    expect([other.status, (await bytesOf(other)).length]).toEqual([200, bytes.length]);
  });

  test("is for those who see originals where anything of the talk is hidden, in its other half too", async () => {
    const id = await addRecording(a.transcriptId);
    const hears = async (role: Role) => {
      as(role);
      return (await play(asked(), context(id))).status;
    };
    expect([await hears("coder"), await hears("lead"), await hears("viewer")]).toEqual([200, 200, 403]);
    const other = randomUUID();
    const version = randomUUID();
    const pairId = randomUUID();
    await prisma().transcript.create({
      data: { id: other, studyId: a.studyId, title: "English", language: "en", pairId },
    });
    await prisma().transcript.update({ where: { id: a.transcriptId }, data: { pairId } });
    await prisma().transcriptVersion.create({
      data: { id: version, transcriptId: other, number: 1, current: true, length: 10 },
    });
    expect(await hears("coder")).toBe(200);
    await prisma().redaction.create({
      data: { id: randomUUID(), versionId: version, start: 0, end: 4, original: "Name" },
    });
    expect([await hears("coder"), await hears("lead"), await hears("owner")]).toEqual([403, 200, 200]);
    // The other half has the same recording.
    const lead = await offlineScope(a.members.lead.userId, a.studyId);
    const coder = await offlineScope(a.members.coder.userId, a.studyId);
    expect(await recordingOf(lead, other)).toMatchObject({ id, hears: true, name: "Secret Name.wav" });
    expect(await recordingOf(coder, other)).toMatchObject({ id, hears: false, name: null });
  });

  test("is for them too where a name was put back since, and where another part of the interview hides one", async () => {
    const id = await addRecording(a.transcriptId);
    const heard = async () => (await play(asked(), context(id))).status;
    const redacted = await prisma().transcriptVersion.create({
      data: {
        id: randomUUID(),
        transcriptId: a.transcriptId,
        number: 2,
        current: false,
        length: 1,
        change: "redacted",
      },
    });
    expect(await heard()).toBe(403);
    await prisma().transcriptVersion.delete({ where: { id: redacted.id } });
    expect(await heard()).toBe(200);
    const part = await prisma().transcript.create({
      data: {
        id: randomUUID(),
        studyId: a.studyId,
        interviewId: a.interviewId,
        title: "Second part",
        language: "ja",
      },
    });
    await prisma().transcript.update({
      where: { id: a.transcriptId },
      data: { interviewId: a.interviewId },
    });
    const version = await prisma().transcriptVersion.create({
      data: { id: randomUUID(), transcriptId: part.id, number: 1, current: true, length: 10 },
    });
    expect(await heard()).toBe(200);
    await prisma().redaction.create({
      data: { id: randomUUID(), versionId: version.id, start: 0, end: 4, original: "Name" },
    });
    expect(await heard()).toBe(403);
  });

  test("waits until all of it is there", async () => {
    const id = await addRecording(a.transcriptId);
    await prisma().recording.update({ where: { id }, data: { readyAt: null } });
    expect((await play(asked(), context(id))).status).toBe(404);
    const coder = await offlineScope(a.members.coder.userId, a.studyId);
    expect(await recordingOf(coder, a.transcriptId)).toBeNull();
  });

  test("is the half's own where both halves have one", async () => {
    const pairId = randomUUID();
    const other = await prisma().transcript.create({
      data: { id: randomUUID(), studyId: a.studyId, title: "English", language: "en", pairId },
    });
    await prisma().transcript.update({ where: { id: a.transcriptId }, data: { pairId } });
    const [own, theirs] = [await addRecording(a.transcriptId), await addRecording(other.id)];
    const coder = await offlineScope(a.members.coder.userId, a.studyId);
    expect(await recordingOf(coder, a.transcriptId)).toMatchObject({ id: own });
    expect(await recordingOf(coder, other.id)).toMatchObject({ id: theirs });
  });

  test("is of no other study, whoever asks for it there", async () => {
    const id = await addRecording(a.transcriptId);
    const owner = await offlineScope(b.members.owner.userId, b.studyId);
    await expect(playable(owner, id)).rejects.toMatchObject({ code: "not_found" });
    await prisma().recording.deleteMany({ where: { id } });
    const file = { transcriptId: a.transcriptId, id: randomUUID(), name: "x.wav", length: null };
    await expect(receiveRecording(owner, file, new Blob().stream())).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("comes with the points of the current version", async () => {
    await prisma().syncPoint.createMany({
      data: [
        { versionId: a.versionId, ordinal: 0, at: 0, ms: 500 },
        { versionId: a.versionId, ordinal: 1, at: 14, ms: 9_000 },
      ],
    });
    const answer = await hearing(asked(), context(""));
    expect(Hearing.parse(await answer.json())).toEqual({
      versionId: a.versionId,
      points: [
        [0, 500],
        [14, 9_000],
      ],
      recording: null,
    });
  });
});

test("a recording is deleted at its own transcript alone", async () => {
  const other = await prisma().transcript.create({
    data: { id: randomUUID(), studyId: a.studyId, title: "Another", language: "ja" },
  });
  const recordingId = await addRecording(a.transcriptId);
  as("lead");
  const answer = await removeRecording({ eventId: randomUUID(), transcriptId: other.id, recordingId });
  expect(answer).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(await prisma().recording.count({ where: { id: recordingId } })).toBe(1);
});

test("deleting a recording leaves nothing of it, and the history says that it was there", async () => {
  const id = await addRecording(a.transcriptId);
  as("lead");
  const input = { eventId: randomUUID(), transcriptId: a.transcriptId, recordingId: id };
  const first = await removeRecording(input);
  expect(first).toMatchObject({ ok: true });
  expect(await removeRecording(input)).toEqual(first);
  expect(await prisma().recordingPiece.count({ where: { recordingId: id } })).toBe(0);
  expect((await play(asked(), context(id))).status).toBe(404);
  const event = await prisma().historyEvent.findUniqueOrThrow({ where: { id: input.eventId } });
  expect(event).toMatchObject({ kind: "recording.remove", before: { recordingId: id, kind: "audio/wav" } });
});
