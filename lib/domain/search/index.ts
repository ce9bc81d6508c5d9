export { CONTEXT, type InContext, inContext } from "./context";
export { EXTENTS, type Extent, extend } from "./extend";
export { findInText } from "./find";
export { type Folded, fold, unfold } from "./fold";
export { type Matcher, matcherOf } from "./match";
export { holdsNeeded, isIndexed, isOpen, neededFor } from "./narrow";
export { LONGEST_QUERY, literalQuery, parseQuery } from "./parse";
export type { Required } from "./pattern";
export { type ParsedQuery, QUERY_FAULTS, type Query, type QueryFault } from "./query";
export { shortKeys } from "./short";
export {
  LONGEST_STRETCH,
  type Piece,
  type SpokenTurn,
  type Stretch,
  stretchesIn,
  stretchesOf,
} from "./stretches";
