export { type AlignableTurn, alignTurns, type Bead, beadsOfNumbers } from "./align";
export {
  type AlignedDraft,
  alignable,
  alignDraft,
  asPartner,
  type Partner,
  type PartnerTurn,
} from "./align-draft";
export { cleanText, controlShare } from "./clean";
export { guessColumns, type Table } from "./columns";
export {
  DRAFT_FAULTS,
  type Draft,
  type DraftFault,
  type DraftPassage,
  type DraftSpeaker,
  type DraftTurn,
  draftFault,
  draftOf,
} from "./draft";
export { exportText } from "./export";
export { type FoundQuestion, guideFromQuestions, keptApart } from "./guide";
export { guessLanguage } from "./language";
export { splitLanguages } from "./languages";
export { foldName, LABEL_LIMIT } from "./names";
export { type LaidRows, layRows } from "./pair-merge";
export {
  joinAbove,
  numbersOfRows,
  type PairNumbers,
  type PairRow,
  type PairSide,
  rowsOfBeads,
  shiftSide,
  splitRow,
  unaligned,
} from "./pair-rows";
export { parseCues } from "./parse-cues";
export { parseTable } from "./parse-table";
export { parseText } from "./parse-text";
export { jsonPieces } from "./pieces";
export {
  type GuideQuestion,
  hintsFromPair,
  matchQuestions,
  type QuestionState,
  questionStates,
} from "./questions";
export {
  ENCODINGS,
  type Encoding,
  FILE_FORMATS,
  type FileFacts,
  type FileFormat,
  parseReading,
  type Reading,
} from "./reading";
export { type SpokenSize, sizeOf } from "./size";
export {
  type DraftHead,
  type PreparedDraft,
  prepareDraft,
  STORED_KINDS,
  type StoredKind,
  type StoredRows,
  textRows,
} from "./stored";
export { passagesThroughPair } from "./through-pair";
export * from "./types";
