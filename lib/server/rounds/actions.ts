"use server";

import { Assign, EditRound, MakeRound, MarkDone, RevealRound, RoundRef } from "@/lib/schemas/rounds";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

export const makeRound = defineAction({
  input: MakeRound,
  scope: ({ studyId }) => scopeOf("study", studyId, "rounds.edit"),
  run: mutations.makeRound,
});

export const editRound = defineAction({
  input: EditRound,
  scope: ({ roundId }) => scopeOf("round", roundId, "rounds.edit"),
  run: mutations.editRound,
});

/** Gives transcripts to coders, and takes them away. */
export const assign = defineAction({
  input: Assign,
  scope: ({ roundId }) => scopeOf("round", roundId, "rounds.edit"),
  run: mutations.assign,
});

export const openRound = defineAction({
  input: RoundRef,
  scope: ({ roundId }) => scopeOf("round", roundId, "rounds.edit"),
  run: mutations.openRound,
});

export const revealRound = defineAction({
  input: RevealRound,
  scope: ({ roundId }) => scopeOf("round", roundId, "rounds.edit"),
  run: mutations.revealRound,
});

export const endRound = defineAction({
  input: RoundRef,
  scope: ({ roundId }) => scopeOf("round", roundId, "rounds.edit"),
  run: mutations.endRound,
});

export const reopenRound = defineAction({
  input: RoundRef,
  scope: ({ roundId }) => scopeOf("round", roundId, "rounds.edit"),
  run: mutations.reopenRound,
});

export const deleteRound = defineAction({
  input: RoundRef,
  scope: ({ roundId }) => scopeOf("round", roundId, "rounds.edit"),
  run: mutations.deleteRound,
});

/** Said by whoever is assigned it, of their own alone. */
export const markDone = defineAction({
  input: MarkDone,
  scope: ({ roundId, personId }) => scopeOf("round", roundId, "rounds.view", personId),
  run: mutations.markDone,
});
