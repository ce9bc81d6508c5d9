import "server-only";

export { guideQuestions, intervieweesOf, newTranscriptPlace } from "./add";
export { listTranscripts } from "./list";
export { openingOf } from "./opening";
export { partnerFor } from "./partner";
export { textOf, textStamp } from "./text";
