import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/server/db";
import { type AccessTable, inStudy } from "@/tests/support/access";
import type { StudyFixture } from "@/tests/support/fixture";

const change = (a: StudyFixture) => ({
  eventId: randomUUID(),
  transcriptId: a.transcriptId,
  fromVersionId: a.versionId,
  reason: "",
});

/** Makes a version of the same length current, so that the segment of the fixture waits on its old one. */
async function leaveBehind({ transcriptId, text, segmentId }: StudyFixture): Promise<string> {
  const number = 1 + (await prisma().transcriptVersion.count({ where: { transcriptId } }));
  await prisma().transcriptVersion.updateMany({ where: { transcriptId }, data: { current: false } });
  await prisma().transcriptVersion.create({
    data: { id: randomUUID(), transcriptId, number, current: true, length: text.length },
  });
  return segmentId;
}

/** Says that the words of the fixture's segment stand for others. */
async function hideWords({ versionId, segment: { start, end } }: StudyFixture): Promise<number[]> {
  await prisma().redaction.deleteMany({ where: { versionId } });
  await prisma().redaction.create({
    data: { id: randomUUID(), versionId, start, end, original: "Somebody" },
  });
  return [start];
}

export const table: AccessTable = {
  "loaders.loadEditor": inStudy("transcript.correct", ({ a }) => ({ transcriptId: a.transcriptId })),
  "loaders.loadVersions": inStudy("transcript.read", ({ a }) => ({ transcriptId: a.transcriptId })),
  "loaders.loadQueue": inStudy("coding.write", ({ a }) => ({ transcriptId: a.transcriptId })),
  "loaders.loadPseudonyms": inStudy("originals.view", ({ a }) => ({ studyId: a.studyId })),
  "actions.correctInPlace": inStudy("transcript.correct", ({ a }) => ({
    ...change(a),
    edits: [[0, 0, "…"]],
    turns: [],
    speakers: [],
  })),
  "actions.restoreVersion": inStudy("transcript.correct", ({ a }) => ({
    ...change(a),
    versionId: a.versionId,
  })),
  "actions.decideSegment": inStudy("coding.write", async ({ a }) => ({
    eventId: randomUUID(),
    segmentId: await leaveBehind(a),
    decision: { kind: "give_up" },
  })),
  "actions.findOccurrences": inStudy("transcript.redact", ({ a }) => ({
    transcriptId: a.transcriptId,
    words: "Freedom",
    reach: "study",
  })),
  "actions.findElsewhere": inStudy("transcript.redact", ({ a }) => ({
    transcriptId: a.transcriptId,
    words: "Freedom",
  })),
  "actions.redactWords": inStudy("transcript.redact", ({ a }) => ({
    eventId: randomUUID(),
    transcriptId: a.transcriptId,
    words: a.segment.quote,
    pseudonym: "[Words]",
    labels: true,
    places: [
      {
        transcriptId: a.transcriptId,
        versionId: a.versionId,
        ranges: [[a.segment.start, a.segment.end]],
      },
    ],
  })),
  "actions.takeBackRedactions": inStudy("transcript.redact", async ({ a }) => ({
    eventId: randomUUID(),
    transcriptId: a.transcriptId,
    fromVersionId: a.versionId,
    starts: await hideWords(a),
  })),
  "GET transcripts/[transcriptId]/originals": inStudy("originals.view", ({ a }) => ({
    params: { transcriptId: a.transcriptId },
  })),
};
