import { randomUUID } from "node:crypto";
import { offlineScope } from "@/lib/server/access/offline";
import { renameSector } from "@/lib/server/people/mutations";
import { type AccessTable, inStudy } from "@/tests/support/access";
import type { Fixture } from "@/tests/support/fixture";

/** Something that a lead did: renamed a sector. */
async function renamed({ a }: Fixture): Promise<string> {
  const eventId = randomUUID();
  const lead = await offlineScope(a.members.lead.userId, a.studyId);
  await renameSector(lead, { eventId, sectorId: a.sectorId, base: "NGO", name: "NPO" });
  return eventId;
}

export const table: AccessTable = {
  "loaders.loadHistory": inStudy("history.view", ({ a }) => ({ studyId: a.studyId })),
  "actions.undoEvent": inStudy(
    "history.view",
    async (fixture) => ({ eventId: randomUUID(), undoes: await renamed(fixture) }),
    // What others did, and what changes people, is not for coders to take back.
    ["owner", "lead"],
  ),
  "actions.stepBack": inStudy("history.view", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    direction: "undo",
  })),
  "actions.previewRestore": inStudy("history.restore", ({ a }) => ({
    studyId: a.studyId,
    moment: { seq: 0 },
  })),
  "actions.restoreCodings": inStudy("history.restore", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    seq: 0,
    base: 0,
  })),
  "GET studies/[studyId]/history": inStudy("history.view", ({ a }) => ({ params: { studyId: a.studyId } })),
};
