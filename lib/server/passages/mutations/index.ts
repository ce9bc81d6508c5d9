import "server-only";

export { removePassage, setPassage } from "./set";
export { undoPassages } from "./undo";
