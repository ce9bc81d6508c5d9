import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import type { Permission } from "@/lib/domain/permission";
import { offlineScope } from "@/lib/server/access/offline";
import { listExamples } from "@/lib/server/codebook/data";
import { addExample, removeExample } from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let fixture: Fixture;

beforeEach(async () => {
  fixture = await buildFixture();
});

const scopeOf = (role: Role) => offlineScope(fixture.a.members[role].userId, fixture.a.studyId);
const shownTo = async (role: Role) => (await listExamples(await scopeOf(role)))[0];

async function add(counter = false) {
  const { segmentId, codeId } = fixture.a;
  return addExample(await scopeOf("lead"), {
    ...{ eventId: randomUUID(), id: randomUUID(), segmentId, codeId, counter },
  });
}

async function permit(interviewee: Permission, own: Permission | null): Promise<void> {
  const { intervieweeId, segmentId } = fixture.a;
  await prisma().interviewee.update({ where: { id: intervieweeId }, data: { permission: interviewee } });
  await prisma().segment.update({ where: { id: segmentId }, data: { permission: own } });
}

test("a segment is one example of a code, and saying the other changes it", async () => {
  await add();
  const { id } = await add(true);
  expect(await listExamples(await scopeOf("lead"))).toMatchObject([
    { id, counter: true, quote: fixture.a.segment.quote },
  ]);
  await removeExample(await scopeOf("lead"), { eventId: randomUUID(), exampleId: id });
  expect(await listExamples(await scopeOf("lead"))).toEqual([]);
});

test("the stricter of the interviewee's permission and the segment's decides what each role is shown", async () => {
  await add();
  await permit("named", "number");
  for (const role of ["owner", "coder", "trainee", "viewer"] as const)
    expect(await shownTo(role), role).toMatchObject({
      ...{ quote: fixture.a.segment.quote, withheld: false, numbers: [1], sectors: ["NGO"] },
    });
  expect((await shownTo("coder"))?.transcript).toMatchObject({ id: fixture.a.transcriptId });
  expect((await shownTo("trainee"))?.transcript).toBeNull();
  await permit("sector", "named");
  expect(await shownTo("viewer")).toMatchObject({ numbers: null, sectors: ["NGO"], transcript: null });
  for (const permission of ["paraphrase", "withheld"] as const) {
    await permit("named", permission);
    for (const role of ["coder", "trainee", "viewer"] as const)
      expect(await shownTo(role), role).toMatchObject({ quote: null, withheld: true, numbers: null });
    for (const role of ["owner", "lead"] as const)
      expect(await shownTo(role), role).toMatchObject({ quote: fixture.a.segment.quote, withheld: true });
  }
});

test("its words are the segment's own: gone with it, and back with it", async () => {
  const { a } = fixture;
  await add();
  const coder = await scopeOf("coder");
  const id = randomUUID();
  await applyOperations(coder, a.transcriptId, [{ id, kind: "remove", segmentId: a.segmentId }]);
  expect(await listExamples(await scopeOf("lead"))).toEqual([]);
  await applyOperations(coder, a.transcriptId, [{ id: randomUUID(), kind: "undo", eventId: id }]);
  expect(await listExamples(await scopeOf("lead"))).toHaveLength(1);
});

test("a segment of another study is none, and neither is a code of another codebook", async () => {
  const { a, b } = fixture;
  const lead = await scopeOf("lead");
  const ids = () => ({ eventId: randomUUID(), id: randomUUID(), counter: false });
  const theirs = addExample(lead, { ...ids(), segmentId: b.segmentId, codeId: a.codeId });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
  const foreign = addExample(lead, { ...ids(), segmentId: a.segmentId, codeId: b.codeId });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
});
