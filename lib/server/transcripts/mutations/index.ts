import "server-only";

export {
  addPrepared,
  addTranscript,
  type NewTranscript,
  type Prepared,
  type TranscriptHeader,
} from "./add";
