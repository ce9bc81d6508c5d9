import "server-only";

export { previewRestore, restoreCodings } from "./restore";
export { stepBack } from "./step-back";
export { undoEvent } from "./undo";
