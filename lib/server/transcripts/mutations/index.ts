import "server-only";

export { addTranscript, type NewTranscript } from "./add";
