export { byName } from "./by-name";
export { type CodedSegment, codedTalk, type Talk } from "./coded";
export { type Assigned, type Distribution, distribute, loadsOf } from "./distribute";
export {
  isLate,
  mayStep,
  ROUND_STEPS,
  type RoundDates,
  type RoundStage,
  type RoundStep,
  stateOf,
} from "./state";
