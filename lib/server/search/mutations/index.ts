import "server-only";

export { codeFound } from "./code-found";
export { foldText } from "./fold-text";
export { deleteSearch, renameSearch, saveSearch } from "./saved";
export { type Line, type OrdinalTurn, StretchRows } from "./stretch-rows";
