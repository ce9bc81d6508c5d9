import "server-only";

export { addCodes } from "./add";
export { moveCode, restoreCode, retireCode } from "./arrange";
export { editCode } from "./edit";
export { addExample, removeExample } from "./examples";
export { importCodes } from "./import";
export { mergeCodes } from "./merge";
export { splitCode } from "./split";
export { undoCodebook } from "./undo";
