import { z } from "zod";
import { eventId, id, line, order } from "./fields";

/** Short, as cited: "iii-ii" for a cluster, "iii-ii.2" for a question. */
const key = line(24);
const title = line(200);

export const ClusterFields = z.object({ key, title });
export type ClusterFields = z.infer<typeof ClusterFields>;
export const QuestionFields = z.object({ key, text: line(2000), followUp: z.boolean() });
export type QuestionFields = z.infer<typeof QuestionFields>;

const NewQuestion = QuestionFields.extend({ id });
const NewCluster = ClusterFields.extend({ id, questions: z.array(NewQuestion).max(200, "too_long") });
export type NewCluster = z.infer<typeof NewCluster>;

/** Clusters with their questions, put after those that are there. */
export const AddClusters = z.object({
  eventId,
  studyId: id,
  clusters: z.array(NewCluster).min(1, "required").max(100, "too_long"),
});
export const EditCluster = z.object({ eventId, clusterId: id, base: ClusterFields, wanted: ClusterFields });
export const ReorderClusters = z.object({ eventId, studyId: id, ids: order });
export const DeleteCluster = z.object({ eventId, clusterId: id });

export const AddQuestion = z.object({ eventId, clusterId: id, ...NewQuestion.shape });
export const EditQuestion = z.object({
  eventId,
  questionId: id,
  base: QuestionFields,
  wanted: QuestionFields,
});
/** To the place before which `index` questions of the cluster stand. */
export const MoveQuestion = z.object({
  eventId,
  questionId: id,
  clusterId: id,
  index: z.number().int().min(0).max(1000),
});
export const DeleteQuestion = z.object({ eventId, questionId: id });

/** What the page of the guide shows. */
export interface QuestionRow extends QuestionFields {
  id: string;
}

export interface ClusterRow extends ClusterFields {
  id: string;
  questions: QuestionRow[];
}

export interface Guide {
  studyId: string;
  mayEdit: boolean;
  /** The study that the guide is borrowed from; its id where the person may open it. */
  home: { title: string; studyId: string | null } | null;
  clusters: ClusterRow[];
  /** By question, in how many interviews it was asked, and in how many of those answered; null for those who may not read transcripts. */
  asked: Record<string, { asked: number; answered: number }> | null;
  /** How many interviews have a transcript. */
  interviews: number;
}
