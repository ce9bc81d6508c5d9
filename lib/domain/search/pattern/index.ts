export type { Node } from "./nodes";
export { type Compiled, compilePattern, type Program, programOf, type Required } from "./program";
export { runPattern } from "./run";
