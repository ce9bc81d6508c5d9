import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { editTranscript, redact } from "@/lib/server/revisions/mutations";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";

/** Stands in the fixture's text. */
const NAME = "Freedom";
const PSEUDONYM = "［ある人］";

let a: StudyFixture;
let lead: StudyScope;

beforeEach(async () => {
  ({ a } = await buildFixture());
  lead = await offlineScope(a.members.lead.userId, a.studyId);
});

const correct = (fromVersionId: string, edit: [number, number, string]) =>
  editTranscript(lead, {
    ...{ eventId: randomUUID(), transcriptId: a.transcriptId, fromVersionId, reason: "" },
    ...{ edits: [edit], turns: [], speakers: [] },
  });

const hiddenIn = (versionId: string) =>
  prisma().redaction.findMany({
    where: { versionId },
    select: { start: true, end: true, original: true },
  });

test("a pseudonym stays one when the text around it is corrected, and goes with the words when they go", async () => {
  const start = a.text.indexOf(NAME);
  const { versionId } = await redact(lead, {
    ...{ eventId: randomUUID(), transcriptId: a.transcriptId, words: NAME, pseudonym: PSEUDONYM },
    ...{ labels: true },
    places: [
      { transcriptId: a.transcriptId, versionId: a.versionId, ranges: [[start, start + NAME.length]] },
    ],
  });
  const corrected = await correct(versionId, [0, 0, "…"]);
  const [from, to] = [start + 1, start + 1 + PSEUDONYM.length];
  expect(await hiddenIn(corrected.versionId)).toEqual([{ start: from, end: to, original: NAME }]);
  const without = await correct(corrected.versionId, [from, to, ""]);
  expect(await hiddenIn(without.versionId)).toEqual([]);
});
