import "server-only";
import { FileRead } from "@/lib/schemas/files";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import type { ReadOptions } from "./read-file";
import { readers } from "./safely/pool";

export interface SafeOptions extends ReadOptions {
  /** Ends the reading early, with the reason `reading_cancelled`. */
  signal?: AbortSignal;
  /** The most rows of a table that are of use: no more than one above them comes back. */
  rows?: number;
}

/**
 * What a file holds, read in another process with a limit of time and of memory: a file made to harm ends
 * that process, and is answered with `took_too_long` or `took_too_much_memory`, like every other reason.
 */
export async function readSafely(
  name: string,
  bytes: Uint8Array,
  { encoding = null, signal, rows }: SafeOptions = {},
): Promise<FileRead> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > FILE_LIMIT) return { ok: false, reason: "too_large" };
  const done = await readers().run({ kind: "read", about: { name, encoding, rows }, bytes }, signal);
  return done.ok ? FileRead.parse(done.value) : done;
}
