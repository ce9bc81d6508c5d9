import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { AppError } from "@/lib/access/errors";
import type { Encoding, WarningCode } from "@/lib/domain/transcript";
import type { FileRead, ReadingGuess } from "@/lib/schemas/files";
import { ImportChoices, type UploadFacts, type UploadReading } from "@/lib/schemas/imports";
import { guessOf } from "@/lib/server/interchange/guess";
import { pieceOf } from "../../data";
import type { Job, Outcome } from "./lease";

/** Reads the bytes of a file, wherever that is done. */
export type ReadFile = (name: string, bytes: Uint8Array, encoding: Encoding | null) => Promise<FileRead>;

const compress = promisify(gzip);

/** Reads the file, and keeps what it holds for the preview, compressed as it will be sent. */
export async function readUpload(job: Job, read: ReadFile): Promise<Outcome> {
  const chosen = ImportChoices.safeParse(job.choices);
  const file = await read(job.name, await bytesOf(job), chosen.data?.encoding ?? null);
  if (!file.ok) return { status: "failed", problem: `file_${file.reason}` };
  const { ok: _, guess = guessOf(file.reading), ...kept } = file;
  return {
    status: "read",
    reading: await compress(JSON.stringify(kept satisfies UploadReading), { level: 4 }),
    facts: factsOf(kept, guess),
  };
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

/** What of a parsed file has a person look before it is added. */
const LOOK = new Set<WarningCode>(["no_speakers", "one_speaker", "characters_undecodable", "no_text_column"]);

function factsOf(
  { format, encoding, warnings }: UploadReading,
  { warnings: guessed, ...guess }: ReadingGuess,
): UploadFacts {
  const codes = [...warnings.map(({ code }) => code), ...guessed];
  return {
    format,
    encoding,
    ...guess,
    warnings: codes.length,
    look: guess.turns === 0 || codes.some((code) => LOOK.has(code)),
  };
}
