import "server-only";

export { type Purged, purgeDeleted } from "./purge";
export { startSweeping } from "./sweeper";
