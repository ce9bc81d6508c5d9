"use server";

import { KeepPlace, KeepRecent } from "@/lib/schemas/reading";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Keeps where the person stopped in a transcript. */
export const keepPlace = defineAction({
  input: KeepPlace,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "transcript.read"),
  run: mutations.keepPlace,
});

/** Keeps which codes the person used last. */
export const keepRecent = defineAction({
  input: KeepRecent,
  scope: ({ studyId }) => scopeOf("study", studyId, "coding.write"),
  run: mutations.keepRecent,
});
