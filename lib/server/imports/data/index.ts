import "server-only";

export { batchOf, batchStamp, openBatches, progressOf } from "./batch";
export { idFrom } from "./ids";
export { asker, MINE, REPLACES } from "./mine";
export { type Original, originalOf, originalsOf, originalsOfTranscript } from "./original";
export { matchable } from "./people";
export { pieceOf } from "./piece";
export { plannedId, plannedInterviews } from "./planned";
export { readingOf } from "./reading";
export { replacementPlace } from "./replacement";
