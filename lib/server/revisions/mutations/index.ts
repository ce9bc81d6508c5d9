import "server-only";

export { type Correction, correctTranscript } from "./correct";
export { type Decided, decideSegment } from "./decide";
export { editTranscript } from "./edit";
export { redact, takeBackRedactions } from "./redact";
export { restoreVersion } from "./restore";
