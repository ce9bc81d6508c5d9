/** What the hot reads answer, to check it by. Fetched beside the answers themselves, since it is large. */
export { CurrentCodes } from "@/lib/schemas/codebook-views";
export { CodingsPayload } from "@/lib/schemas/coding";
export { Hearing } from "@/lib/schemas/recordings";
export { TranscriptText } from "@/lib/schemas/transcripts";
