"use server";

import { OperationBatch } from "@/lib/schemas/coding";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Does a batch of one coder's operations in one transcript; each is answered for itself. */
export const applyOperations = defineAction({
  input: OperationBatch,
  scope: ({ transcriptId, coderId }) => scopeOf("transcript", transcriptId, "coding.write", coderId),
  run: (scope, { transcriptId, operations }) => mutations.applyOperations(scope, transcriptId, operations),
});
