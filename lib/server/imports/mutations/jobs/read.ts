import "server-only";
import { AppError } from "@/lib/access/errors";
import type { Encoding } from "@/lib/domain/transcript";
import { ImportChoices } from "@/lib/schemas/imports";
import type { KeptFile } from "@/lib/server/interchange/keep-safely";
import { pieceOf } from "../../data";
import type { Job, Outcome } from "./lease";

/** Reads the bytes of a file, wherever that is done. */
export type ReadFile = (name: string, bytes: Uint8Array, encoding: Encoding | null) => Promise<KeptFile>;

/** Reads the file, and keeps what it holds for the preview, compressed as it will be sent. */
export async function readUpload(job: Job, read: ReadFile): Promise<Outcome> {
  const chosen = ImportChoices.safeParse(job.choices);
  const file = await read(job.name, await bytesOf(job), chosen.data?.encoding ?? null);
  if (!file.ok) return { status: "failed", problem: `file_${file.reason}` };
  return { status: "read", reading: file.reading, facts: file.facts };
}

/** The whole file, since the parsers of containers need all of it at once; only once in memory. */
async function bytesOf({ id, size }: Job): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (let ordinal = 0; filled < size; ordinal += 1) {
    const piece = await pieceOf(id, ordinal);
    // Its bytes go with the file when it is cancelled, which ends this reading too.
    if (!piece) throw new AppError("not_found");
    filled += piece.copy(bytes, filled);
  }
  return bytes;
}
