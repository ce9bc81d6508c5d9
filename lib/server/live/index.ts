import "server-only";

export { lastSeqs } from "./events";
export { hub } from "./hub";
export type { Viewer } from "./stream";
