export { type Beside, carryAlignment, carryBeside } from "./beside";
export {
  type Block,
  type BlockTurn,
  blocksOf,
  joinBlocks,
  newBlock,
  splitBlock,
  textOfBlocks,
  withSpeaker,
} from "./blocks";
export { carrier } from "./carry";
export { difference, type TextEdit } from "./difference";
export { type Merged, mergeLists } from "./merge";
export {
  type MovedSegments,
  movedSegments,
  type ProposedPlace,
  proposedPlaces,
  quotesWithoutNames,
  type StandingSegment,
} from "./moved";
export { type KnownSpeaker, type NextText, nextText, type VersionStep, type VersionText } from "./next";
export { occurrences } from "./occurrences";
export { type Placer, type Placing, type Proposal, placer } from "./place";
export {
  carriedRedactions,
  hide,
  hideAlike,
  type Mark,
  type Redacted,
  type Redaction,
  type Rewritten,
  redactionMaps,
  revealed,
  unhide,
  withoutNames,
} from "./redaction";
export { calledAs, type SameSpeaker, sameSpeakers } from "./speakers";
