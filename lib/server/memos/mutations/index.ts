import "server-only";

export { deleteMemo, reopenThread, resolveThread, restoreMemo } from "./state";
export { answerMemo, editMemo, writeMemo } from "./write";
