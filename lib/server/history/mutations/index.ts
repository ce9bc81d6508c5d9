import "server-only";

export { previewRestore, restoreCodings } from "./restore";
export { stepBack, type TakenBack, undoEvent } from "./undo";
