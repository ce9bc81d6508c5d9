import { withClient } from "@/lib/launch/database";
import { Chance } from "./chance";
import { type Frame, frameOf } from "./frame";
import type { Size } from "./size";
import { Tables } from "./tables";
import { english, japanese } from "./talk";
import { addTranscript } from "./transcript";

export type { Size } from "./size";

export interface Generated extends Frame {
  transcriptIds: string[];
}

/** Rows written at once: bounds the memory, whatever the size. */
const BATCH = 200_000;

/**
 * Loads a study of invented words and chance codings. The same seed gives the same words and codings, under
 * ids of their own.
 */
export async function generate(url: string, size: Size, seed: number): Promise<Generated> {
  const chance = new Chance(seed);
  const tongues = { english: english(chance), japanese: size.japanese ? japanese(chance) : null };
  const tables = new Tables();
  const frame = frameOf(size, tables);
  const transcriptIds: string[] = [];
  await withClient(url, async (client) => {
    for (let number = 1; number <= size.transcripts; number += 1) {
      const tongue = (number % (size.japanese ?? number + 1) === 0 && tongues.japanese) || tongues.english;
      transcriptIds.push(addTranscript(chance, { frame, size, tongue }, number, tables));
      if (tables.count >= BATCH) await tables.write(client);
    }
    await tables.write(client);
    // As autovacuum does within the minute where a study grows by itself.
    await client.query("VACUUM ANALYZE");
  });
  return { ...frame, transcriptIds };
}
