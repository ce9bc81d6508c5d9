import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { offlineScope } from "@/lib/server/access/offline";
import { addExample, removeExample } from "@/lib/server/codebook/actions";
import { splitCode } from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { historyPage } from "@/lib/server/history/data";
import { asking } from "@/tests/support/asking";
import { addBlindRound } from "@/tests/support/blind";
import { buildFixture, type Person, type StudyFixture } from "@/tests/support/fixture";
import { addWords } from "@/tests/support/transcripts";

// What is reached by whoever is blind in one transcript of a study and not in another: one's own, and what is elsewhere.

let a: StudyFixture;
let elsewhere: string;

beforeEach(async () => {
  ({ a } = await buildFixture());
  elsewhere = await addWords(a);
  await addBlindRound(a, [a.members.coder, a.members.lead]);
});

/** A segment of somebody's over the first character of a transcript. */
async function segmentOf({ userId }: Person, transcriptId: string): Promise<string> {
  const version = await prisma().transcriptVersion.findFirstOrThrow({
    where: { transcriptId, current: true },
    select: { id: true, paragraphs: { orderBy: { start: "asc" }, take: 1, select: { text: true } } },
  });
  const segmentId = randomUUID();
  const quote = (version.paragraphs[0]?.text ?? "").slice(0, 1);
  await applyOperations(await offlineScope(userId, a.studyId), transcriptId, [
    {
      ...{ id: randomUUID(), kind: "apply", versionId: version.id, segmentId, start: 0, end: 1, quote },
      codings: [{ id: randomUUID(), codeId: a.codeId }],
    },
  ]);
  return segmentId;
}

/** Whether an example can be made of it, and taken away again. */
async function reached(as: Person, segmentId: string): Promise<[string, string]> {
  const said = (result: { ok: true } | { ok: false; error: { code: string } }) =>
    result.ok ? "ok" : result.error.code;
  const id = randomUUID();
  asking.as = as;
  const made = said(
    await addExample({ eventId: randomUUID(), id, segmentId, codeId: a.codeId, counter: false }),
  );
  if (made !== "ok") {
    asking.as = a.members.owner;
    await addExample({ eventId: randomUUID(), id, segmentId, codeId: a.codeId, counter: false });
    asking.as = as;
  }
  return [made, said(await removeExample({ eventId: randomUUID(), exampleId: id }))];
}

test("one's own are reached where one is blind, others' are not there, and all are where one is not", async () => {
  const { lead, owner, coder } = a.members;
  const [own, theirs, there] = [
    await segmentOf(lead, a.transcriptId),
    await segmentOf(coder, a.transcriptId),
    await segmentOf(coder, elsewhere),
  ];
  expect(await reached(lead, own)).toEqual(["ok", "ok"]);
  // Somebody else's being blind hides nothing from an owner who codes nothing in the round.
  expect(await reached(owner, theirs)).toEqual(["ok", "ok"]);
  expect(await reached(lead, theirs)).toEqual(["not_found", "not_found"]);
  expect(await reached(lead, there)).toEqual(["ok", "ok"]);
});

test("a code is split in one's own codings, and in others' where one is not blind", async () => {
  const { lead, coder } = a.members;
  const segments = [
    await segmentOf(lead, a.transcriptId),
    await segmentOf(coder, a.transcriptId),
    await segmentOf(coder, elsewhere),
  ];
  const codings = await prisma().coding.findMany({ where: { segmentId: { in: segments } } });
  await splitCode(await offlineScope(lead.userId, a.studyId), {
    ...{ eventId: randomUUID(), studyId: a.studyId, codeId: a.codeId, codes: [], reason: "" },
    given: codings.map(({ id }) => ({ codingId: id, codeId: a.spareCodeId })),
  });
  const codeOf = async (segmentId: string) =>
    (await prisma().coding.findFirstOrThrow({ where: { segmentId, deletedAt: null } })).codeId;
  expect(await Promise.all(segments.map(codeOf))).toEqual([a.spareCodeId, a.codeId, a.spareCodeId]);
});

test("the history shows what one has done where one is blind, and of others what they did elsewhere", async () => {
  const { lead, coder } = a.members;
  const before = await prisma().historyEvent.findMany({ select: { id: true } });
  for (const [person, transcriptId] of [
    [lead, a.transcriptId],
    [coder, a.transcriptId],
    [coder, elsewhere],
  ] as const)
    await segmentOf(person, transcriptId);
  const { rows } = await historyPage(await offlineScope(lead.userId, a.studyId), {}, { limit: 60 });
  const shown = rows.filter(({ id }) => !before.some((event) => event.id === id));
  expect(shown.map(({ actor, transcript }) => [actor, transcript?.id])).toEqual([
    [coder.name, elsewhere],
    [lead.name, a.transcriptId],
  ]);
});
