import "server-only";

export { assign } from "./assign";
export { markDone } from "./done";
export { editRound, makeRound } from "./make";
export { refuseOwnSight } from "./shared";
export { deleteRound, endRound, openRound, reopenRound, revealRound } from "./state";
