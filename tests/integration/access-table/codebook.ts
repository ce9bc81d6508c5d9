import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/server/db";
import { type AccessTable, inStudy } from "@/tests/support/access";

const eventId = () => randomUUID();
const code = {
  name: "Dignity",
  hue: 1,
  definition: "",
  whenToUse: "",
  whenNotToUse: "",
  example: "",
  counterExample: "",
  shortcut: null,
};

export const table: AccessTable = {
  "loaders.loadCodebook": inStudy("study.view", ({ a }) => ({ studyId: a.studyId })),
  "GET studies/[studyId]/codes": inStudy("study.view", ({ a }) => ({ params: { studyId: a.studyId } })),
  "actions.addCodes": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    codes: [{ id: randomUUID(), parentId: a.codeId, name: "New", hue: 3 }],
  })),
  "actions.editCode": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.spareCodeId,
    base: code,
    wanted: { ...code, hue: 4 },
    reason: "",
  })),
  "loaders.loadReview": inStudy("coding.write", ({ a }) => ({ studyId: a.studyId })),
  "loaders.loadSplit": inStudy("codings.reassign", ({ a }) => ({ studyId: a.studyId, codeId: a.codeId })),
  "loaders.loadCodebookHistory": inStudy("study.view", ({ a }) => ({ studyId: a.studyId })),
  "actions.mergeCodes": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.codeId,
    intoId: a.spareCodeId,
    base: code,
    wanted: code,
    reason: "The same",
    review: false,
  })),
  "actions.splitCode": inStudy("codings.reassign", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    codeId: a.codeId,
    codes: [],
    given: [{ codingId: a.codingId, codeId: a.spareCodeId }],
    reason: "Two things",
  })),
  "actions.importCodes": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    add: [{ id: randomUUID(), parentId: null, name: "New", hue: 0 }],
    change: [],
    reason: "",
    review: false,
  })),
  "actions.addExample": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    id: randomUUID(),
    segmentId: a.segmentId,
    codeId: a.codeId,
    counter: false,
  })),
  "actions.removeExample": inStudy("codebook.edit", async ({ a }) => {
    const { studyId, segmentId, codeId } = a;
    const { id } = await prisma().codeExample.upsert({
      where: { codeId_segmentId: { codeId, segmentId } },
      create: {
        ...{ id: randomUUID(), studyId, segmentId, codeId, counter: false },
        ...{ coderId: a.members.coder.userId, codebookStudyId: studyId },
        createdById: a.members.lead.userId,
      },
      update: {},
    });
    return { eventId: eventId(), exampleId: id };
  }),
  "GET studies/[studyId]/codebook/counts": inStudy("compare.view", ({ a }) => ({
    params: { studyId: a.studyId },
  })),
  "GET studies/[studyId]/codebook.csv": inStudy("study.view", ({ a }) => ({
    params: { studyId: a.studyId },
  })),
  "POST studies/[studyId]/codebook/table": inStudy("codebook.edit", ({ a }) => ({
    params: { studyId: a.studyId },
    query: { name: "codes.csv" },
    body: "code,definition\nFear,Being afraid\n",
  })),
  "actions.moveCode": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.spareCodeId,
    parentId: a.codeId,
    index: 0,
    reason: "A kind of it",
  })),
  "actions.retireCode": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.spareCodeId,
    reason: "Not used",
  })),
  "actions.restoreCode": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.retiredCodeId,
  })),
};
