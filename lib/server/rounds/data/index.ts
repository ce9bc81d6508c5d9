import "server-only";

export { assignedCoders, ownWork } from "./assigned";
export { roundDetail } from "./detail";
export { listRounds } from "./list";
