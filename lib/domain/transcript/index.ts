export { type AlignableTurn, type Alignment, alignTurns } from "./align";
export { cleanText, controlShare } from "./clean";
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
export { parseText } from "./parse-text";
export { type GuideQuestion, matchQuestions } from "./questions";
export * from "./types";
