import "server-only";
import { createHash } from "node:crypto";

/**
 * A UUID (version 8) that follows from the upload's and from what it is for: the event, transcript or
 * version that a file becomes. So work that is done twice makes one thing, and a version names its file.
 */
export function idFrom(uploadId: string, what: string): string {
  const bytes = createHash("sha256").update(`${uploadId}:${what}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
