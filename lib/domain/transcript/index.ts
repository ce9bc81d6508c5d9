export { type AlignableTurn, type Alignment, alignTurns } from "./align";
export { cleanText, controlShare } from "./clean";
export { guessColumns, type Table } from "./columns";
export {
  type Draft,
  type DraftFault,
  type DraftPassage,
  type DraftSpeaker,
  type DraftTurn,
  draftFault,
  draftOf,
} from "./draft";
export { type FoundQuestion, guideFromQuestions } from "./guide";
export { guessLanguage } from "./language";
export { foldName, LABEL_LIMIT } from "./names";
export { parseCues } from "./parse-cues";
export { parseTable } from "./parse-table";
export { parseText } from "./parse-text";
export { type GuideQuestion, matchQuestions } from "./questions";
export {
  ENCODINGS,
  type Encoding,
  FILE_FORMATS,
  type FileFacts,
  type FileFormat,
  parseReading,
  type Reading,
} from "./reading";
export * from "./types";
