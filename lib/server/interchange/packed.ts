import "server-only";
import { promisify } from "node:util";
import { gunzip, gzipSync } from "node:zlib";

/** Rows go over packed: those of a million lines would otherwise fill the memory of the server that waits for them. */
export const packed = (json: string) => gzipSync(json, { level: 1 });

const decompress = promisify(gunzip);

/** The rows again, without holding the server. */
export async function unpacked(bytes: Uint8Array): Promise<string> {
  return (await decompress(bytes)).toString("utf8");
}
