"use server";

import {
  AddClusters,
  AddQuestion,
  DeleteCluster,
  DeleteQuestion,
  EditCluster,
  EditQuestion,
  MoveQuestion,
  ReorderClusters,
} from "@/lib/schemas/guide";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

export const addClusters = defineAction({
  input: AddClusters,
  scope: ({ studyId }) => scopeOf("study", studyId, "guide.edit"),
  run: mutations.addClusters,
});

export const editCluster = defineAction({
  input: EditCluster,
  scope: ({ clusterId }) => scopeOf("cluster", clusterId, "guide.edit"),
  run: mutations.editCluster,
});

export const reorderClusters = defineAction({
  input: ReorderClusters,
  scope: ({ studyId }) => scopeOf("study", studyId, "guide.edit"),
  run: mutations.reorderClusters,
});

export const deleteCluster = defineAction({
  input: DeleteCluster,
  scope: ({ clusterId }) => scopeOf("cluster", clusterId, "guide.edit"),
  run: mutations.deleteCluster,
});

export const addQuestion = defineAction({
  input: AddQuestion,
  scope: ({ clusterId }) => scopeOf("cluster", clusterId, "guide.edit"),
  run: mutations.addQuestion,
});

export const editQuestion = defineAction({
  input: EditQuestion,
  scope: ({ questionId }) => scopeOf("question", questionId, "guide.edit"),
  run: mutations.editQuestion,
});

export const moveQuestion = defineAction({
  input: MoveQuestion,
  scope: ({ questionId }) => scopeOf("question", questionId, "guide.edit"),
  run: mutations.moveQuestion,
});

export const deleteQuestion = defineAction({
  input: DeleteQuestion,
  scope: ({ questionId }) => scopeOf("question", questionId, "guide.edit"),
  run: mutations.deleteQuestion,
});
