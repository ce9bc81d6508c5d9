import "server-only";
import type { Tx } from "./history";

/**
 * Drops what was counted for one coder alone (see `keptFor` of lib/server/compare) where they are no longer blind: it
 * would not be read again, and tells whose it is. Called in the transaction of whatever ends a blindness.
 */
export async function dropCountedAlone(tx: Tx, { studyId }: { studyId: string }): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Digest" d USING "Transcript" t
    WHERE t."id" = d."transcriptId" AND t."studyId" = ${studyId}::uuid AND d."filter" LIKE 'own:%'
      AND NOT EXISTS (SELECT 1 FROM "Blind" b WHERE b."studyId" = t."studyId" AND b."transcriptId" = t."id"
        AND (d."filter" LIKE 'own:none%' OR starts_with(d."filter", 'own:' || b."userId")))`;
}
