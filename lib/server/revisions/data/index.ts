import "server-only";

export { elsewhere } from "./elsewhere";
export { requireOpenVersion } from "./guarded";
export { caughtUp, changeNow } from "./older";
export { queueOf, waitingIn } from "./queue";
export { findWords, listPseudonyms, originalsOf } from "./redactions";
export { seenCorrection } from "./seen-correction";
export { rowsOf } from "./stored";
export { listVersions, transcriptFacts } from "./versions";
