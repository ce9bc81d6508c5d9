import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Encoding, type FileFacts, parseReading, type Reading } from "@/lib/domain/transcript";
import { ImportChoices, type UploadFacts, type UploadReading } from "@/lib/schemas/imports";
import { pool } from "@/lib/server/db";
import type { Job, Outcome } from "./lease";

/** Reads the bytes of a file, wherever that is done; a refusal is a reason of the catalogue. */
export type ReadFile = (
  name: string,
  bytes: Uint8Array,
  encoding: Encoding | null,
) => Promise<({ ok: true; reading: Reading } & FileFacts) | { ok: false; reason: string }>;

const compress = promisify(gzip);

/** Reads the file, and keeps what it holds for the preview, compressed as it will be sent. */
export async function readUpload(job: Job, read: ReadFile): Promise<Outcome> {
  const chosen = ImportChoices.safeParse(job.choices);
  const file = await read(job.name, await bytesOf(job.id), chosen.data?.encoding ?? null);
  if (!file.ok) return { status: "failed", problem: `file_${file.reason}` };
  const { reading, format, encoding, warnings, leftOut } = file;
  const kept: UploadReading = { reading, format, encoding, warnings, leftOut };
  return {
    status: "read",
    reading: await compress(JSON.stringify(kept), { level: 4 }),
    facts: factsOf(kept),
  };
}

/** The whole file: the parsers of containers need all of it at once. */
async function bytesOf(uploadId: string): Promise<Uint8Array> {
  const { rows } = await pool().query<{ data: Buffer }>({
    name: "upload-bytes",
    text: `SELECT "data" FROM "UploadChunk" WHERE "uploadId" = $1 ORDER BY "ordinal"`,
    values: [uploadId],
  });
  return Buffer.concat(rows.map(({ data }) => data));
}

/** What of a parsed file has a person look before it is added. */
const LOOK = new Set(["no_speakers", "one_speaker", "characters_undecodable", "no_text_column"]);

function factsOf({ reading, format, encoding, warnings }: UploadReading): UploadFacts {
  const parsed = parseReading(reading);
  const all = [...warnings, ...parsed.warnings];
  return {
    format,
    encoding,
    language: parsed.language,
    speakers: parsed.speakers.length,
    turns: parsed.turns.length,
    characters: parsed.speakers.reduce((sum, { characters }) => sum + characters, 0),
    warnings: all.length,
    look: parsed.turns.length === 0 || all.some(({ code }) => LOOK.has(code)),
  };
}
