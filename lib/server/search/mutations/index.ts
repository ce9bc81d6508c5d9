import "server-only";

export { foldText } from "./fold-text";
export { deleteSearch, renameSearch, saveSearch } from "./saved";
