import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { merge } from "@/lib/domain/merge";
import type {
  AddClusters,
  AddQuestion,
  ClusterFields,
  DeleteCluster,
  DeleteQuestion,
  EditCluster,
  EditQuestion,
  MoveQuestion,
  QuestionFields,
  ReorderClusters,
} from "@/lib/schemas/guide";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate, type Tx } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";
import { inOrder, sameSet, withMoved } from "@/lib/server/order";

const CLUSTER = { id: true, key: true, title: true, position: true } as const;
const QUESTION = {
  id: true,
  clusterId: true,
  key: true,
  text: true,
  followUp: true,
  position: true,
} as const;

/** Adds clusters with their questions after those that are there. All or none. Throws `conflict` on a key that is taken. */
export function addClusters(scope: StudyScope, { eventId, clusters }: z.output<typeof AddClusters>) {
  return mutate(scope, { id: eventId, kind: "guide.add" }, async (tx) => {
    const { studyId } = atHome(scope);
    const last = await tx.cluster.aggregate({ where: { studyId }, _max: { position: true } });
    let position = (last._max.position ?? -1) + 1;
    for (const { id, key, title, questions } of clusters) {
      await checkClusterKey(tx, scope, id, key);
      await tx.cluster.create({ data: { id, studyId, key, title, position: position++ } });
      const keys = new Set(questions.map((question) => question.key));
      if (keys.size < questions.length) throw new AppError("conflict", { fields: { key: "taken" } });
      await tx.question.createMany({
        data: questions.map((question, index) => ({ ...question, clusterId: id, position: index })),
      });
    }
    const ids = clusters.map((cluster) => cluster.id);
    const select = { ...CLUSTER, questions: { select: QUESTION, orderBy: inOrder } };
    return { after: await tx.cluster.findMany({ where: { id: { in: ids } }, select, orderBy: inOrder }) };
  });
}

/** Throws `conflict` where the key is taken, or with the fields that somebody else changed since. */
export function editCluster(
  scope: StudyScope,
  { eventId, clusterId, base, wanted }: z.output<typeof EditCluster>,
) {
  return mutate(scope, { id: eventId, kind: "cluster.edit" }, async (tx) => {
    await lockRow(tx, "Cluster", clusterId);
    const before = await clusterOf(tx, scope, clusterId);
    const { key, title } = before;
    const merged = merge<ClusterFields>(base, wanted, { key, title });
    if (!merged.ok) throw changedMeanwhile(merged.fields, before);
    await checkClusterKey(tx, scope, clusterId, merged.value.key);
    return {
      before,
      after: await tx.cluster.update({ where: { id: clusterId }, data: merged.value, select: CLUSTER }),
    };
  });
}

/** Throws `stale` where a cluster was added or deleted since the person saw the list. */
export function reorderClusters(scope: StudyScope, { eventId, ids }: z.output<typeof ReorderClusters>) {
  return mutate(scope, { id: eventId, kind: "cluster.reorder" }, async (tx) => {
    const { studyId } = atHome(scope);
    const rows = () => tx.cluster.findMany({ where: { studyId }, select: CLUSTER, orderBy: inOrder });
    const before = await rows();
    if (!sameSet(before, ids)) throw new AppError("stale");
    for (const [position, id] of ids.entries())
      await tx.cluster.update({ where: { id, studyId }, data: { position } });
    return { before, after: await rows() };
  });
}

/** Throws `conflict` while a transcript answers one of the cluster's questions. */
export function deleteCluster(scope: StudyScope, { eventId, clusterId }: z.output<typeof DeleteCluster>) {
  return mutate(scope, { id: eventId, kind: "cluster.delete" }, async (tx) => {
    const cluster = await clusterOf(tx, scope, clusterId);
    const questions = await tx.question.findMany({
      where: { clusterId },
      select: QUESTION,
      orderBy: inOrder,
    });
    await refuseWhileUsed(tx, { question: { clusterId } });
    await tx.cluster.delete({ where: { id: clusterId } });
    return { before: { ...cluster, questions }, after: null };
  });
}

/** Adds a question after the cluster's others. Throws `conflict` where its key is taken. */
export function addQuestion(
  scope: StudyScope,
  { eventId, clusterId, id, ...fields }: z.output<typeof AddQuestion>,
) {
  return mutate(scope, { id: eventId, kind: "question.add" }, async (tx) => {
    await clusterOf(tx, scope, clusterId);
    await checkQuestionKey(tx, clusterId, id, fields.key);
    const last = await tx.question.aggregate({ where: { clusterId }, _max: { position: true } });
    const data = { id, clusterId, ...fields, position: (last._max.position ?? -1) + 1 };
    return { after: await tx.question.create({ data, select: QUESTION }) };
  });
}

/** Throws `conflict` where the key is taken, or with the fields that somebody else changed since. */
export function editQuestion(
  scope: StudyScope,
  { eventId, questionId, base, wanted }: z.output<typeof EditQuestion>,
) {
  return mutate(scope, { id: eventId, kind: "question.edit" }, async (tx) => {
    await lockRow(tx, "Question", questionId);
    const before = await questionOf(tx, scope, questionId);
    const { key, text, followUp } = before;
    const merged = merge<QuestionFields>(base, wanted, { key, text, followUp });
    if (!merged.ok) throw changedMeanwhile(merged.fields, before);
    await checkQuestionKey(tx, before.clusterId, questionId, merged.value.key);
    return {
      before,
      after: await tx.question.update({ where: { id: questionId }, data: merged.value, select: QUESTION }),
    };
  });
}

/** Puts a question elsewhere in its cluster or in another of the same guide, and answers the questions of that cluster. */
export function moveQuestion(
  scope: StudyScope,
  { eventId, questionId, clusterId, index }: z.output<typeof MoveQuestion>,
) {
  return mutate(scope, { id: eventId, kind: "question.move" }, async (tx) => {
    const before = await questionOf(tx, scope, questionId);
    await clusterOf(tx, scope, clusterId);
    await checkQuestionKey(tx, clusterId, questionId, before.key);
    const rows = () => tx.question.findMany({ where: { clusterId }, select: QUESTION, orderBy: inOrder });
    const ids = withMoved(
      (await rows()).map((row) => row.id),
      questionId,
      index,
    );
    for (const [position, id] of ids.entries())
      await tx.question.update({ where: { id }, data: { clusterId, position } });
    return { before, after: await rows() };
  });
}

/** Throws `conflict` while a transcript answers the question. */
export function deleteQuestion(scope: StudyScope, { eventId, questionId }: z.output<typeof DeleteQuestion>) {
  return mutate(scope, { id: eventId, kind: "question.delete" }, async (tx) => {
    const before = await questionOf(tx, scope, questionId);
    await refuseWhileUsed(tx, { questionId });
    await tx.question.delete({ where: { id: questionId } });
    return { before, after: null };
  });
}

/** A guide that several studies share is changed in the study that owns it. */
function atHome(scope: StudyScope): StudyScope {
  if (scope.guideStudyId !== scope.studyId) throw new AppError("conflict", { detail: "shared_guide" });
  return scope;
}

/** Passages of every study that shares the guide count. */
async function refuseWhileUsed(
  tx: Tx,
  where: { questionId: string } | { question: { clusterId: string } },
): Promise<void> {
  const count = await tx.passage.count({ where });
  if (count > 0) throw new AppError("conflict", { detail: "question_in_use", values: { count } });
}

async function checkClusterKey(tx: Tx, { studyId }: StudyScope, id: string, key: string): Promise<void> {
  const twin = await tx.cluster.findFirst({ where: { studyId, key, id: { not: id } } });
  if (twin) throw new AppError("conflict", { fields: { key: "taken" } });
}

async function checkQuestionKey(tx: Tx, clusterId: string, id: string, key: string): Promise<void> {
  const twin = await tx.question.findFirst({ where: { clusterId, key, id: { not: id } } });
  if (twin) throw new AppError("conflict", { fields: { key: "taken" } });
}

async function clusterOf(tx: Tx, { studyId }: StudyScope, id: string) {
  const row = await tx.cluster.findFirst({ where: { id, studyId }, select: CLUSTER });
  if (!row) throw new AppError("not_found");
  return row;
}

async function questionOf(tx: Tx, { studyId }: StudyScope, id: string) {
  const row = await tx.question.findFirst({ where: { id, cluster: { studyId } }, select: QUESTION });
  if (!row) throw new AppError("not_found");
  return row;
}
