import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { editTranscript } from "@/lib/server/revisions/mutations";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";

let a: StudyFixture;
let lead: StudyScope;

beforeEach(async () => {
  ({ a } = await buildFixture());
  lead = await offlineScope(a.members.lead.userId, a.studyId);
});

const correct = (fromVersionId: string, insert: string) =>
  editTranscript(lead, {
    ...{ eventId: randomUUID(), transcriptId: a.transcriptId, fromVersionId, reason: "" },
    ...{ edits: [[0, 0, insert]], turns: [], speakers: [] },
  });

test("two segments of one coder never come to lie on the same words: the one that waited goes on waiting", async () => {
  const made = await correct(a.versionId, "…");
  const there = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
  expect(there.versionId).toBe(made.versionId);
  // Left on the version before, where it has the very words that the other has now.
  const { id: _, ...words } = there;
  const waiting = randomUUID();
  const before = { id: waiting, versionId: a.versionId, start: there.start - 1, end: there.end - 1 };
  await prisma().segment.create({ data: { ...words, ...before } });

  const next = await correct(made.versionId, "…");
  expect(next).toMatchObject({ placed: 1, queued: 1 });
  const versions = await prisma().segment.findMany({
    where: { id: { in: [a.segmentId, waiting] } },
    select: { id: true, versionId: true, quote: true },
  });
  expect(versions).toEqual(
    expect.arrayContaining([
      { id: a.segmentId, versionId: next.versionId, quote: there.quote },
      { id: waiting, versionId: a.versionId, quote: there.quote },
    ]),
  );
});
