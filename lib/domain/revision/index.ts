export { type Beside, carryAlignment, carryBeside } from "./beside";
export { carrier } from "./carry";
export { difference, type TextEdit } from "./difference";
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
