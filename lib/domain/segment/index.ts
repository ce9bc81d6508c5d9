export { CONTEXT_LENGTH, contextOf, type TextContext } from "./context";
export { lanesOf, type Standing } from "./lanes";
export { compareRanges, containsOffset, intersect, overlaps, type Range, touches } from "./range";
export { applyEdits, type Edit, type RebaseResult, type Rebaser, rebase, rebaser } from "./rebase";
export { clip, lengthOf, subtract, union } from "./sets";
export { type RangeFault, type RangeResult, validateRange, validateRangeInText } from "./validate";
