import "server-only";

export { codeFound } from "./code-found";
export { foldText } from "./fold-text";
export { deleteSearch, renameSearch, saveSearch } from "./saved";
export { type StretchRow, stretchRows } from "./stretch-rows";
