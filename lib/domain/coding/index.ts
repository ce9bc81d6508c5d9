export { inOnePiece } from "./in-one-piece";
export { plan } from "./plan";
export * from "./types";
