import "server-only";

export { guideQuestions, intervieweesOf, newTranscriptPlace } from "./add";
export { listTranscripts } from "./list";
export { textOf, textStamp } from "./text";
