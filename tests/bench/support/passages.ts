import { randomUUID } from "node:crypto";
import { withClient } from "@/lib/launch/database";
import type { CodingOperation } from "@/lib/schemas/coding";
import { Chance } from "./generate/chance";

const LONGEST = 240;

/** Makes codings of words that nobody has coded yet in just that range, wherever they lie in the text. */
export interface Passages {
  next(): CodingOperation;
}

export async function passagesOf(
  url: string,
  transcriptId: string,
  codeIds: readonly string[],
  seed: number,
): Promise<Passages> {
  const { versionId, text } = await withClient(url, async (client) => {
    const { rows } = await client.query<{ versionId: string; text: string }>(
      `SELECT v."id" AS "versionId", string_agg(p."text", '' ORDER BY p."ordinal") AS "text"
       FROM "TranscriptVersion" v JOIN "Paragraph" p ON p."versionId" = v."id"
       WHERE v."transcriptId" = $1 AND v."current" GROUP BY v."id"`,
      [transcriptId],
    );
    if (!rows[0]) throw new Error(`there is no transcript ${transcriptId}`);
    return rows[0];
  });
  const chance = new Chance(seed);
  return {
    next() {
      const start = chance.between(0, text.length - LONGEST);
      const end = start + chance.between(20, LONGEST);
      return {
        id: randomUUID(),
        kind: "apply",
        versionId,
        segmentId: randomUUID(),
        start,
        end,
        quote: text.slice(start, end),
        codings: [{ id: randomUUID(), codeId: chance.pick(codeIds) }],
      };
    },
  };
}
