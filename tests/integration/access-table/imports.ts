import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/server/db";
import { type AccessTable, inStudy } from "@/tests/support/access";
import type { StudyFixture } from "@/tests/support/fixture";
import { importChoices } from "@/tests/support/imports/batch";

const chosen = (a: StudyFixture) => ({
  batchId: a.batchId,
  uploads: [{ id: a.uploadId, choices: importChoices() }],
});

const file = (a: StudyFixture, uploadId: string) => ({ params: { batchId: a.batchId, uploadId } });

/** Makes the batch one whose file is to take the place of the transcript's text. */
async function toReplace({ batchId, uploadId, transcriptId }: StudyFixture): Promise<string> {
  const choices = { replaces: { transcriptId } };
  await prisma().importBatch.update({ where: { id: batchId }, data: { choices } });
  await prisma().upload.update({ where: { id: uploadId }, data: { status: "read" } });
  return batchId;
}

// The batch is the coder's, so every member who may add sees it: as its maker, or as a lead.
export const table: AccessTable = {
  "loaders.loadBatch": inStudy("transcript.add", ({ a }) => ({ batchId: a.batchId })),
  "loaders.loadOpenBatches": inStudy("transcript.add", ({ a }) => ({ studyId: a.studyId })),
  "loaders.loadReplace": inStudy("transcript.correct", ({ a }) => ({ transcriptId: a.transcriptId })),
  "loaders.loadReplacement": inStudy("transcript.correct", async ({ a }) => ({
    transcriptId: a.transcriptId,
    batchId: await toReplace(a),
  })),
  "actions.openBatch": inStudy("transcript.add", ({ a }) => ({ id: randomUUID(), studyId: a.studyId })),
  "actions.openReplacement": inStudy("transcript.correct", ({ a }) => ({
    id: randomUUID(),
    transcriptId: a.transcriptId,
  })),
  "actions.replaceText": inStudy("transcript.correct", async ({ a }) => {
    await toReplace(a);
    return {
      uploadId: a.uploadId,
      transcriptId: a.transcriptId,
      fromVersionId: a.versionId,
      reason: "",
      choices: importChoices(),
    };
  }),
  "actions.keepChoices": inStudy("transcript.add", ({ a }) => ({
    uploadId: a.uploadId,
    choices: importChoices(),
  })),
  "actions.keepBatchChoices": inStudy("transcript.add", ({ a }) => ({
    batchId: a.batchId,
    choices: { language: "ja" },
  })),
  "actions.addUploads": inStudy("transcript.add", ({ a }) => chosen(a)),
  "actions.readAgain": inStudy("transcript.add", ({ a }) => chosen(a)),
  "actions.cancelUploads": inStudy("transcript.add", ({ a }) => ({ batchId: a.batchId, uploads: null })),
  "GET imports/[batchId]": inStudy("transcript.add", ({ a }) => ({ params: { batchId: a.batchId } })),
  "PUT imports/[batchId]/uploads/[uploadId]": inStudy("transcript.add", ({ a }) => ({
    ...file(a, randomUUID()),
    query: { position: "2" },
    headers: { "x-file-name": encodeURIComponent("3 高橋.txt") },
    body: "聞き手：どうですか？\n",
  })),
  "GET imports/[batchId]/uploads/[uploadId]/reading": inStudy("transcript.add", ({ a }) =>
    file(a, a.uploadId),
  ),
  "GET imports/[batchId]/uploads/[uploadId]/original": inStudy("originals.view", ({ a }) =>
    file(a, a.storedUploadId),
  ),
};
