import "server-only";

export { batchOf, batchStamp, openBatches, progressOf } from "./batch";
export { asker, MINE } from "./mine";
export { type Original, originalOf, originalsOf } from "./original";
export { matchable } from "./people";
export { pieceOf } from "./piece";
export { readingOf } from "./reading";
