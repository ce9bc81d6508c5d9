import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";
import type { StudyFixture } from "@/tests/support/fixture";
import { addOtherLanguage } from "@/tests/support/pair";

const numbers = [0, 1];

export const table: AccessTable = {
  "loaders.loadPair": inStudy("transcript.read", ({ a }) => ({ transcriptId: a.transcriptId })),
  "actions.setAlignment": inStudy("transcript.correct", async ({ a }) => {
    const other = await addOtherLanguage(a, { paired: true });
    return {
      eventId: randomUUID(),
      transcriptId: a.transcriptId,
      own: { versionId: a.versionId, numbers },
      other: { versionId: other.versionId, numbers },
      base: null,
    };
  }),
  "actions.makePair": inStudy("transcript.correct", async ({ a }) => ({
    ...named(a),
    otherId: (await addOtherLanguage(a, { paired: false })).transcriptId,
  })),
  "actions.breakPair": inStudy("transcript.correct", async ({ a }) => {
    await addOtherLanguage(a, { paired: true });
    return named(a);
  }),
};

const named = ({ transcriptId }: StudyFixture) => ({ eventId: randomUUID(), transcriptId });
