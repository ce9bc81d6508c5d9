import "server-only";

export { listChanges } from "./changes";
export { borrowersOf, codesAt, currentCodes, listCodes, listRevisions, plain, ROW } from "./codes";
export { countCodes, countsTag } from "./counts";
export { codebookCsv } from "./csv";
export { listExamples } from "./examples";
export { formerMeanings, listReview, reviewByCoder } from "./review";
export { seenChange, seenLeft } from "./seen-change";
export { segmentsOfCode } from "./segments";
