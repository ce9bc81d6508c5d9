"use server";

import { OperationBatch } from "@/lib/schemas/coding";
import { FindOutOfReach } from "@/lib/schemas/left-work";
import { defineAction } from "@/lib/server/access/define-action";
import { actor, scopeOf } from "@/lib/server/access/gate";
import * as data from "./data";
import * as mutations from "./mutations";

/** Does a batch of one coder's operations in one transcript; each is answered for itself. */
export const applyOperations = defineAction({
  input: OperationBatch,
  scope: ({ transcriptId, coderId }) => scopeOf("transcript", transcriptId, "coding.write", coderId),
  run: (scope, { transcriptId, operations }) => mutations.applyOperations(scope, transcriptId, operations),
});

/** Says which transcripts the person can't open any more, of those that their browser keeps work on. */
export const findOutOfReach = defineAction({
  input: FindOutOfReach,
  scope: () => actor(),
  run: data.outOfReach,
});
