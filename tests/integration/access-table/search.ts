import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";

export const table: AccessTable = {
  "loaders.loadSearch": inStudy("search.view", ({ a }) => ({ studyId: a.studyId })),
  "GET studies/[studyId]/search": inStudy("search.view", ({ a }) => ({
    params: { studyId: a.studyId },
    query: { q: "fear" },
  })),
  "GET studies/[studyId]/search/counts": inStudy("search.view", ({ a }) => ({
    params: { studyId: a.studyId },
    query: { q: "fear" },
  })),
  "GET studies/[studyId]/search.csv": inStudy("search.export", ({ a }) => ({
    params: { studyId: a.studyId },
    query: { q: "fear" },
  })),
  "actions.codeFound": inStudy("coding.write", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    codeId: a.codeId,
    texts: [{ transcriptId: a.transcriptId, versionId: a.versionId, ranges: [[0, 2]] }],
  })),
  "actions.saveSearch": inStudy("search.save", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    id: randomUUID(),
    name: "Freedom",
    query: "freedom",
    filter: { sectors: [a.sectorId] },
  })),
  "actions.renameSearch": inStudy("search.save", ({ a }) => ({
    eventId: randomUUID(),
    searchId: a.searchId,
    base: "Fears",
    name: "恐怖",
  })),
  "actions.deleteSearch": inStudy("search.save", ({ a }) => ({
    eventId: randomUUID(),
    searchId: a.searchId,
  })),
};
