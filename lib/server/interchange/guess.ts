import "server-only";
import { parseReading, type Reading, splitLanguages } from "@/lib/domain/transcript";
import type { ReadingGuess } from "@/lib/schemas/files";

/** What a reading is as a transcript while nobody has chosen anything: in numbers, for a list of files. */
export function guessOf(reading: Reading): ReadingGuess {
  const parsed = parseReading(reading);
  return {
    language: parsed.language,
    speakers: parsed.speakers.length,
    turns: parsed.turns.length,
    characters: parsed.speakers.reduce((sum, { characters }) => sum + characters, 0),
    twoLanguages: splitLanguages(parsed) !== null,
    warnings: parsed.warnings.map(({ code }) => code),
  };
}
