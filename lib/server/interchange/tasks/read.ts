import "server-only";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { ENCODINGS, type WarningCode } from "@/lib/domain/transcript";
import type { FileRead, ReadingGuess } from "@/lib/schemas/files";
import type { UploadFacts, UploadReading } from "@/lib/schemas/imports";
import { guessOf } from "../guess";
import type { KeptFile } from "../keep-safely";
import { readFile } from "../read-file";
import type { Perform } from ".";

const About = z.object({
  name: z.string(),
  encoding: z.enum(ENCODINGS).nullable(),
  rows: z.int().optional(),
});

export const read: Perform = async (about, bytes): Promise<FileRead> => {
  const { name, encoding, rows } = About.parse(about);
  const file = await readFile(name, bytes, { encoding });
  if (!file.ok) return file;
  const { reading } = file;
  const guess = guessOf(reading);
  if (reading.kind !== "table" || rows === undefined) return { ...file, guess };
  return { ...file, guess, reading: { ...reading, rows: reading.rows.slice(0, rows + 1) } };
};

export const keep: Perform = async (about, bytes): Promise<KeptFile> => {
  const { name, encoding } = About.parse(about);
  const file = await readFile(name, bytes, { encoding });
  if (!file.ok) return file;
  const { ok, guess = guessOf(file.reading), ...kept } = file;
  const reading = gzipSync(JSON.stringify(kept satisfies UploadReading), { level: 4 });
  return { ok, reading, facts: factsOf(kept, guess) };
};

/** What of a parsed file has a person look before it is added. */
const LOOK = new Set<WarningCode>(["no_speakers", "one_speaker", "characters_undecodable", "no_text_column"]);

function factsOf(
  { format, encoding, warnings }: UploadReading,
  { warnings: guessed, twoLanguages, ...guess }: ReadingGuess,
): UploadFacts {
  const codes = [...warnings.map(({ code }) => code), ...guessed];
  return {
    format,
    encoding,
    ...guess,
    warnings: codes.length,
    look: guess.turns === 0 || twoLanguages || codes.some((code) => LOOK.has(code)),
  };
}
