export { boundaryAtOrAfter, boundaryAtOrBefore, isBoundary } from "./boundary";
export { type Clock, clocksIn } from "./clocks";
export { normaliseText, type Unstorable, unstorable } from "./normalise";
export { type Paragraph, splitParagraphs } from "./paragraphs";
export { type CountingUnit, countsBy, countUnits, unitCounter, wordStarts } from "./units";
