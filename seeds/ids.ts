import { createHash } from "node:crypto";

/**
 * An id that follows from a name, so that the sample's rows have the same ids wherever it is loaded
 * and links to it stay good. Shaped as a UUID of version 5 (RFC 9562, section 5.5).
 */
export function idOf(...name: (string | number)[]): string {
  const hash = createHash("sha1")
    .update(["kikitori.sample", ...name].join("/"))
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
