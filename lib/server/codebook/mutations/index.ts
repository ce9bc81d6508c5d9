import "server-only";

export { addCodes } from "./add";
export { moveCode, restoreCode, retireCode } from "./arrange";
export { editCode } from "./edit";
