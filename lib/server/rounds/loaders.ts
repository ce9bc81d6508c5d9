import "server-only";
import { can } from "@/lib/access/can";
import { RoundPage } from "@/lib/schemas/rounds";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { scopeOf } from "@/lib/server/access/gate";
import { assignedCoders, listRounds, ownWork, roundDetail } from "./data";

export const loadRounds = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "rounds.view"),
  load: async (scope) => ({
    studyId: scope.studyId,
    rounds: await listRounds(scope),
    mayEdit: can(scope.role, "rounds.edit"),
  }),
});

export const loadRound = defineLoader({
  input: RoundPage,
  scope: ({ roundId }) => scopeOf("round", roundId, "rounds.view"),
  load: async (scope, { roundId }) => ({
    studyId: scope.studyId,
    ...(await roundDetail(scope, roundId)),
  }),
});

/** What is assigned to whoever asks; nothing to those whose role is assigned none. */
export const loadOwnWork = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: async (scope) => ({
    personId: scope.userId,
    work: can(scope.role, "rounds.view") ? await ownWork(scope) : [],
  }),
});

/** Who codes what at the moment, as far as whoever asks may know. */
export const loadAssigned = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "rounds.view"),
  load: async (scope) => ({ personId: scope.userId, assigned: await assignedCoders(scope) }),
});
