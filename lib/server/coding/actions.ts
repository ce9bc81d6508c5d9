"use server";

import { AppError } from "@/lib/access/errors";
import { OperationBatch } from "@/lib/schemas/coding";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** Does a batch of one coder's operations in one transcript; each is answered for itself. */
export const applyOperations = defineAction({
  input: OperationBatch,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "coding.write"),
  run: (scope, { transcriptId, coderId, operations }) => {
    // Work that waited under another account stays theirs: it goes out when they are back.
    if (coderId !== undefined && coderId !== scope.userId) throw new AppError("unauthenticated");
    return mutations.applyOperations(scope, transcriptId, operations);
  },
});
