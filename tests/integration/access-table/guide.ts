import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";

const eventId = () => randomUUID();
const cluster = { key: "i", title: "What it means" };
const question = { key: "i.2", text: "And for whom?", followUp: false };

export const table: AccessTable = {
  "loaders.loadGuide": inStudy("study.view", ({ a }) => ({ studyId: a.studyId })),
  "actions.addClusters": inStudy("guide.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    clusters: [{ id: randomUUID(), key: "iii", title: "New", questions: [] }],
  })),
  "actions.editCluster": inStudy("guide.edit", ({ a }) => ({
    eventId: eventId(),
    clusterId: a.clusterId,
    base: cluster,
    wanted: { ...cluster, title: "意味" },
  })),
  "actions.reorderClusters": inStudy("guide.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    ids: [a.spareClusterId, a.clusterId],
  })),
  "actions.deleteCluster": inStudy("guide.edit", ({ a }) => ({
    eventId: eventId(),
    clusterId: a.spareClusterId,
  })),
  "actions.addQuestion": inStudy("guide.edit", ({ a }) => ({
    eventId: eventId(),
    id: randomUUID(),
    clusterId: a.clusterId,
    key: "i.3",
    text: "Why?",
    followUp: true,
  })),
  "actions.editQuestion": inStudy("guide.edit", ({ a }) => ({
    eventId: eventId(),
    questionId: a.spareQuestionId,
    base: question,
    wanted: { ...question, followUp: true },
  })),
  "actions.moveQuestion": inStudy("guide.edit", ({ a }) => ({
    eventId: eventId(),
    questionId: a.spareQuestionId,
    clusterId: a.spareClusterId,
    index: 0,
  })),
  "actions.deleteQuestion": inStudy("guide.edit", ({ a }) => ({
    eventId: eventId(),
    questionId: a.spareQuestionId,
  })),
};
