import "server-only";

export { lastSeqs } from "./events";
export { hub } from "./hub";
export { standpointOf } from "./standpoint";
export type { Viewer } from "./stream";
