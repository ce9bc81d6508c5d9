import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/studies/[studyId]/events/route";
import { ROLES } from "@/lib/access/can";
import type { CodingOperation } from "@/lib/schemas/coding";
import { editCode } from "@/lib/server/codebook/actions";
import { applyOperations } from "@/lib/server/coding/actions";
import { prisma } from "@/lib/server/db";
import { hub } from "@/lib/server/live";
import type { SessionClaim } from "@/lib/server/session";
import { asking } from "@/tests/support/asking";
import { buildFixture, type Fixture, type Person, type StudyFixture } from "@/tests/support/fixture";
import { type Followed, followBody } from "@/tests/support/live/follow";

let fixture: Fixture;
let a: StudyFixture;
const open: Followed[] = [];
beforeEach(async () => {
  fixture = await buildFixture();
  a = fixture.a;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.leave()));
  await hub().close();
});

async function answer(
  as: SessionClaim | null,
  query: Record<string, string> = {},
  study = a,
  signal?: AbortSignal,
) {
  asking.as = as;
  const url = `http://127.0.0.1/api/studies/${study.studyId}/events?${new URLSearchParams(query)}`;
  return GET(new Request(url, { signal }), { params: Promise.resolve({ studyId: study.studyId }) });
}

async function follow(as: Person, query: Record<string, string> = {}, study = a): Promise<Followed> {
  const response = await answer(as, query, study);
  if (!response.ok || !response.body) throw new Error(`refused with ${response.status}`);
  const followed = followBody(response.body);
  open.push(followed);
  return followed;
}

const START = "🍊 Freedom from fear";

function apply(study: StudyFixture, length: number): CodingOperation {
  const start = study.text.indexOf(START);
  const range = { start, end: start + length, quote: study.text.slice(start, start + length) };
  return {
    id: randomUUID(),
    kind: "apply",
    versionId: study.versionId,
    segmentId: randomUUID(),
    ...range,
    codings: [{ id: randomUUID(), codeId: study.codeId }],
  };
}

async function code(as: Person, operation: CodingOperation = apply(a, 7), study = a): Promise<string> {
  asking.as = as;
  const result = await applyOperations({ transcriptId: study.transcriptId, operations: [operation] });
  if (!result.ok || !result.value[0]?.ok) throw new Error(JSON.stringify(result));
  return operation.id;
}

const memo = (words: string): CodingOperation => ({
  id: randomUUID(),
  kind: "annotate",
  segmentId: a.segmentId,
  changes: { memo: words },
  base: { memo: "" },
});

describe("what is told", () => {
  test("the rows of a coding, with whose it is, which step it is to them alone, and none of the transcript's words", async () => {
    const [lead, own] = [await follow(a.members.lead), await follow(a.members.coder)];
    const operation = apply(a, 7);
    await code(a.members.coder, operation);
    for (const stream of [lead, own]) await stream.until(({ events }) => events.length === 1);
    expect(own.events[0]?.step).toEqual({ id: operation.id, undoes: null, by: "coding" });
    expect(lead.events[0]?.step).toBeUndefined();
    expect(lead.events[0]).toMatchObject({
      ...{ source: 0, seq: 1, topic: "codings", id: operation.id, transcriptId: a.transcriptId },
      actor: { id: a.members.coder.userId, name: "coder" },
      rows: { segments: [{ deleted: false, memo: "" }], codings: [{ codeId: a.codeId }] },
    });
    expect(JSON.stringify(lead.events)).not.toContain("Freedom");
    expect(lead.last).toBe("1");
  });

  test.each([
    ["owner", "rows"],
    ["lead", "rows"],
    ["coder", "rows"],
    ["trainee", "nothing"],
    ["viewer", "tick"],
  ] as const)("of a coding to %s: %s", async (role, detail) => {
    const stream = await follow(a.members[role]);
    await code(a.members.coder, memo("A note of the coder’s"));
    asking.as = a.members.lead;
    const { hue: _, ...fields } = await codeFields();
    const edited = { ...fields, hue: 3 };
    const input = { eventId: randomUUID(), codeId: a.spareCodeId, reason: "" };
    expect(await editCode({ ...input, base: { ...fields, hue: 1 }, wanted: edited })).toMatchObject({
      ok: true,
    });
    await stream.until(({ events }) => events.some(({ topic }) => topic === "codebook"));
    const [told] = stream.events.filter(({ topic }) => topic === "codings");
    if (detail === "nothing") expect(told).toBeUndefined();
    if (detail === "tick") expect(told).toEqual({ source: 0, seq: 1, topic: "codings" });
    if (detail === "rows")
      expect(told).toMatchObject({ rows: { segments: [{ memo: "A note of the coder’s" }] } });
  });

  test("nothing of another study", async () => {
    const elsewhere = await follow(fixture.b.members.owner, {}, fixture.b);
    await code(a.members.coder);
    await code(fixture.b.members.coder, apply(fixture.b, 7), fixture.b);
    await elsewhere.until(({ events }) => events.length > 0);
    expect(elsewhere.events).toHaveLength(1);
    expect(elsewhere.events[0]?.transcriptId).toBe(fixture.b.transcriptId);
  });

  test("changes of a codebook to the studies that borrow it, and nothing of the work in the one that lends it", async () => {
    const { b } = fixture;
    await prisma().coding.deleteMany({ where: { studyId: b.studyId } });
    await prisma().study.update({ where: { id: b.studyId }, data: { codebookStudyId: a.studyId } });
    const borrower = await follow(b.members.coder, { after: "0.0" }, b);
    await code(a.members.coder);
    asking.as = a.members.lead;
    const fields = await codeFields();
    await editCode({
      ...{ eventId: randomUUID(), codeId: a.spareCodeId, reason: "" },
      ...{ base: fields, wanted: { ...fields, hue: 4 } },
    });
    await borrower.until(({ events }) => events.length === 1);
    expect(borrower.events).toEqual([{ source: 1, seq: 2, topic: "codebook" }]);
    expect(borrower.last).toBe("0.2");
  });
});

async function codeFields() {
  const { name, hue, definition, whenToUse, whenNotToUse, example, counterExample, shortcut } =
    await prisma().code.findUniqueOrThrow({ where: { id: a.spareCodeId } });
  return { name, hue, definition, whenToUse, whenNotToUse, example, counterExample, shortcut };
}

describe("after a gap", () => {
  test("what came meanwhile is told, once, and then what comes", async () => {
    const first = await code(a.members.coder);
    const stream = await follow(a.members.lead, { after: "0" });
    const second = await code(a.members.coder, apply(a, 9));
    await stream.until(({ events }) => events.length === 2);
    expect(stream.events.map(({ id }) => id)).toEqual([first, second]);
    const again = await follow(a.members.lead, { after: stream.last });
    const third = await code(a.members.coder, apply(a, 10));
    await again.until(({ events }) => events.length > 0);
    expect(again.events.map(({ id }) => id)).toEqual([third]);
  });

  test("whoever was away too long, or where events are gone, is told to read anew", async () => {
    await code(a.members.coder);
    await prisma().study.update({ where: { id: a.studyId }, data: { seq: 1_500 } });
    const stream = await follow(a.members.lead, { after: "1" });
    await stream.until(({ said }) => said.length > 0);
    expect([stream.said, stream.last, stream.events]).toEqual([["anew"], "1500", []]);
    // The numbers between are missing, as if their events had been erased.
    const near = await follow(a.members.lead, { after: "1490" });
    await near.until(({ said }) => said.length > 0);
    const next = await code(a.members.coder, apply(a, 9));
    await near.until(({ events }) => events.length > 0);
    expect(near.events.map(({ id, seq }) => [id, seq])).toEqual([[next, 1_501]]);
  });

  test("a position ahead of the history, as before a restore, is told to read anew", async () => {
    const stream = await follow(a.members.lead, { after: "70" });
    await stream.until(({ said }) => said.length > 0);
    expect([stream.said, stream.last]).toEqual([["anew"], "0"]);
  });
});

describe("who may follow", () => {
  test.each(ROLES)("a %s may", async (role) => {
    expect((await answer(a.members[role])).status).toBe(200);
  });

  test("nobody else may", async () => {
    expect((await answer(null)).status).toBe(401);
    expect((await answer(fixture.b.members.owner)).status).toBe(404);
  });

  test("the stream ends with the membership, the session, and the role", async () => {
    const removed = await follow(a.members.coder);
    const signedOut = await follow(a.members.lead);
    const changed = await follow(a.members.viewer);
    const stays = await follow(a.members.owner);
    await prisma().membership.deleteMany({ where: { studyId: a.studyId, userId: a.members.coder.userId } });
    await prisma().user.update({ where: { id: a.members.lead.userId }, data: { sessionEpoch: 1 } });
    await prisma().membership.updateMany({
      where: { studyId: a.studyId, userId: a.members.viewer.userId },
      data: { role: "coder" },
    });
    await hub().beat();
    await Promise.all([removed.ended, signedOut.ended, changed.ended]);
    expect([removed.said, signedOut.said, changed.said]).toEqual([["ended"], ["ended"], ["anew"]]);
    await code(a.members.owner);
    await stays.until(({ events }) => events.length === 1);
  });

  test("one person has so many streams, and no more", async () => {
    for (let count = 0; count < 24; count += 1) await follow(a.members.coder);
    const refused = await answer(a.members.coder);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "10"]);
    await open.pop()?.leave();
    await vi.waitFor(async () => expect((await answer(a.members.coder)).status).toBe(200));
  });

  test("a browser that does not read is let go, and holds up nobody", async () => {
    const asleep = await answer(a.members.lead);
    const awake = await follow(a.members.owner);
    const words = "語".repeat(15_000);
    let base = "";
    for (let count = 0; count < 10; count += 1) {
      const written = `${words}${count}`;
      await code(a.members.coder, { ...memo(written), base: { memo: base } } as CodingOperation);
      base = written;
      await awake.until(({ events }) => events.length === count + 1);
    }
    const late = followBody(asleep.body as ReadableStream<Uint8Array>);
    await late.ended;
    expect(late.events.length).toBeLessThan(10);
    // It goes on where it was.
    const again = await follow(a.members.lead, { after: late.last });
    await again.until(({ events }) => late.events.length + events.length === 10);
    expect([...late.events, ...again.events].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe("who is there", () => {
  test("is told to those who may see each other, with the transcript, and unsaid when they go", async () => {
    const lead = await follow(a.members.lead);
    const viewer = await follow(a.members.viewer);
    const coder = await follow(a.members.coder, { at: a.transcriptId });
    await lead.until(({ people }) => people?.length === 1);
    expect(lead.people).toEqual([
      {
        id: a.members.coder.userId,
        name: "coder",
        transcripts: [{ id: a.transcriptId, title: "Interview 1" }],
      },
    ]);
    await coder.until(({ people }) => people?.length === 1);
    expect(coder.people?.map(({ name }) => name)).toEqual(["lead"]);
    await coder.leave();
    await lead.until(({ people }) => people?.length === 0);
    expect(viewer.people ?? []).toEqual([]);
  });

  test("is nobody who went away before the answer began, so that nobody reads it", async () => {
    const going = new AbortController();
    const opening = answer(a.members.coder, {}, a, going.signal);
    going.abort();
    await opening;
    const late = new AbortController();
    await answer(a.members.coder, {}, a, late.signal);
    const there = () => prisma().presence.count({ where: { userId: a.members.coder.userId } });
    expect(await there()).toBe(1);
    late.abort();
    await vi.waitFor(async () => expect(await there()).toBe(0));
  });

  test("whose server has gone without a word is taken away by another", async () => {
    const lead = await follow(a.members.lead);
    await prisma().presence.create({
      data: { streamId: randomUUID(), studyId: a.studyId, userId: a.members.coder.userId },
    });
    await follow(a.members.owner);
    await lead.until(({ people }) => people?.length === 2);
    await prisma().presence.updateMany({
      where: { userId: a.members.coder.userId },
      data: { seenAt: new Date(Date.now() - 60_000) },
    });
    await hub().beat();
    await lead.until(({ people }) => people?.length === 1);
    expect(lead.people?.map(({ name }) => name)).toEqual(["owner"]);
  });

  test("a transcript of another study is none", async () => {
    const lead = await follow(a.members.lead);
    await follow(a.members.coder, { at: fixture.b.transcriptId });
    await lead.until(({ people }) => people?.length === 1);
    expect(lead.people?.[0]?.transcripts).toEqual([]);
  });
});
