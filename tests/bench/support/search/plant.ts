import { withClient } from "@/lib/launch/database";

/** Words put at the end of some transcripts' last answers, and in how many of a hundred. */
const PLANTED: [string, number][] = [
  [" zephyrine quillwort.", 1],
  [" quillwort", 33],
  [" marigold", 10],
  [" 人間の安全保障について、保障とは何か。", 2],
  [" qz", 1],
];

/** Makes some words of a study rarer than the generator's own are, and some of them Japanese. */
export async function plant(url: string, studyId: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const [words, share] of PLANTED) {
      await client.query(
        `WITH last AS (
           SELECT v."id", max(p."ordinal") AS line, (SELECT max("ordinal") FROM "Turn" u WHERE u."versionId" = v."id") AS turn
           FROM "Transcript" t JOIN "TranscriptVersion" v ON v."transcriptId" = t."id"
           JOIN "Paragraph" p ON p."versionId" = v."id"
           WHERE t."studyId" = $1 AND abs(hashtext(t."title" || $2)) % 100 < $3 GROUP BY v."id"
         ), lines AS (
           UPDATE "Paragraph" p SET "text" = p."text" || $2, "end" = p."end" + length($2)
           FROM last WHERE p."versionId" = last."id" AND p."ordinal" = last.line
         ), turns AS (
           UPDATE "Turn" u SET "end" = u."end" + length($2)
           FROM last WHERE u."versionId" = last."id" AND u."ordinal" = last.turn
         )
         UPDATE "TranscriptVersion" v SET "length" = v."length" + length($2) FROM last WHERE v."id" = last."id"`,
        [studyId, words, share],
      );
    }
  });
}
