import "server-only";

export { countReach } from "./counts";
export { erasedAmong, erasedTranscript, previewInterviewee, previewTranscript } from "./preview";
export { type Reach, reachOfInterviewee, reachOfTranscript } from "./reach";
