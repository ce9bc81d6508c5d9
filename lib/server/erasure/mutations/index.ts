import "server-only";

export { eraseInterviewee, eraseTranscript } from "./erase";
export { forgetRows, forgetting } from "./forget";
