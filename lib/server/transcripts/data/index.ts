import "server-only";

export { guideQuestions, intervieweesOf, type NewTranscriptPlace, newTranscriptPlace } from "./add";
export { type ListedTranscript, listTranscripts } from "./list";
export { textOf, textStamp } from "./text";
