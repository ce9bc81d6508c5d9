import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { FIELDS, type Fields, type RowChange, type Table } from "@/lib/domain/history";
import type { Tx } from "@/lib/server/history";
import { examples } from "./store-examples";
import { memos } from "./store-memos";
import { attributes, interviewees, interviews, sectors, values } from "./store-people";
import { assignments, rounds } from "./store-rounds";
import { searches } from "./store-searches";

/** How rows of one table are read and written when events are taken back. */
export interface Store {
  /** The rows' fields as they are; those that are not there, or not of the study, are left out. */
  read: (tx: Tx, scope: StudyScope, changes: readonly RowChange[]) => Promise<Map<string, Fields>>;
  /** Makes the row be so; null where it is to be gone. Throws `conflict` where something else needs it. */
  write: (tx: Tx, scope: StudyScope, id: string, fields: Fields | null) => Promise<void>;
}

export const idsOf = (changes: readonly RowChange[]) => ({ in: changes.map(({ id }) => id) });

const study: Store = {
  async read(tx, { studyId }) {
    const row = await tx.study.findUniqueOrThrow({
      where: { id: studyId },
      select: { title: true, description: true, notice: true },
    });
    return new Map([[studyId, row]]);
  },
  async write(tx, { studyId }, _, fields) {
    if (fields === null) throw new AppError("conflict");
    const { title, description, notice } = fields;
    await tx.study.update({ where: { id: studyId }, data: { title, description, notice } as object });
  },
};

const clusters: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.cluster.findMany({
      where: { studyId, id: idsOf(changes) },
      select: { id: true, key: true, title: true, position: true },
    });
    return new Map(rows.map(({ id, ...fields }) => [id, fields]));
  },
  async write(tx, { studyId }, id, fields) {
    if (fields === null) {
      await refuseWhileAsked(tx, { question: { clusterId: id } });
      await tx.cluster.delete({ where: { id, studyId } });
      return;
    }
    const data = rowOf<{ key: string; title: string; position: number }>("cluster", fields);
    await tx.cluster.upsert({ where: { id, studyId }, create: { id, studyId, ...data }, update: data });
  },
};

const questions: Store = {
  async read(tx, { studyId }, changes) {
    const rows = await tx.question.findMany({
      where: { id: idsOf(changes), cluster: { studyId } },
      select: { id: true, clusterId: true, key: true, text: true, followUp: true, position: true },
    });
    return new Map(rows.map(({ id, ...fields }) => [id, fields]));
  },
  async write(tx, { studyId }, id, fields) {
    if (fields === null) {
      await refuseWhileAsked(tx, { questionId: id });
      await tx.question.delete({ where: { id, cluster: { studyId } } });
      return;
    }
    const data = rowOf<{ clusterId: string; key: string; text: string; followUp: boolean; position: number }>(
      "question",
      fields,
    );
    const home = await tx.cluster.findFirst({ where: { id: data.clusterId, studyId } });
    if (!home) throw new AppError("conflict", { detail: "history_gone" });
    await tx.question.upsert({ where: { id, cluster: { studyId } }, create: { id, ...data }, update: data });
  },
};

async function refuseWhileAsked(
  tx: Tx,
  where: { questionId: string } | { question: { clusterId: string } },
): Promise<void> {
  const count = await tx.passage.count({ where });
  if (count > 0) throw new AppError("conflict", { detail: "question_in_use", values: { count } });
}

/** The fields of a table as its columns: the history holds what was written there. */
export function rowOf<Row extends object>(table: Table, fields: Fields): Row {
  return Object.fromEntries(FIELDS[table].map((field) => [field, fields[field]])) as Row;
}

export const STORES: Record<Table, Store> = {
  study,
  sector: sectors,
  attribute: attributes,
  interviewee: interviewees,
  values,
  interview: interviews,
  cluster: clusters,
  question: questions,
  memo: memos,
  round: rounds,
  assignment: assignments,
  search: searches,
  example: examples,
};
