import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";
import type { Fixture } from "@/tests/support/fixture";
import { addRound } from "@/tests/support/rounds";

const FIELDS = { title: "Round 2", kind: "blind", instructions: "", dueOn: "2026-05-01" };

const ref = async ({ a }: Fixture, made: Parameters<typeof addRound>[1] = {}) => ({
  eventId: randomUUID(),
  roundId: await addRound(a, made),
});

export const table: AccessTable = {
  "loaders.loadRounds": inStudy("rounds.view", ({ a }) => ({ studyId: a.studyId })),
  "loaders.loadRound": inStudy("rounds.view", async ({ a }) => ({ roundId: await addRound(a) })),
  "loaders.loadOwnWork": inStudy("study.view", ({ a }) => ({ studyId: a.studyId })),
  "loaders.loadAssigned": inStudy("rounds.view", ({ a }) => ({ studyId: a.studyId })),
  "actions.makeRound": inStudy("rounds.edit", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    id: randomUUID(),
    ...FIELDS,
  })),
  "actions.editRound": inStudy("rounds.edit", async (fixture) => ({
    ...(await ref(fixture, { opened: false })),
    base: { title: "Round 1", kind: "open", instructions: "", dueOn: null },
    wanted: FIELDS,
  })),
  "actions.assign": inStudy("rounds.edit", async (fixture) => ({
    ...(await ref(fixture)),
    give: [{ transcriptId: fixture.a.transcriptId, coderId: fixture.a.members.lead.userId }],
    take: [{ transcriptId: fixture.a.transcriptId, coderId: fixture.a.members.coder.userId }],
  })),
  "actions.openRound": inStudy("rounds.edit", (fixture) => ref(fixture, { opened: false })),
  "actions.revealRound": inStudy("rounds.edit", async (fixture) => ({
    ...(await ref(fixture, { kind: "blind" })),
    title: "Round 1",
  })),
  "actions.endRound": inStudy("rounds.edit", (fixture) => ref(fixture)),
  "actions.reopenRound": inStudy("rounds.edit", (fixture) => ref(fixture, { ended: true })),
  "actions.deleteRound": inStudy("rounds.edit", (fixture) => ref(fixture, { opened: false })),
  // Everybody who codes is assigned it here: of others' assignments nobody says anything.
  "actions.markDone": inStudy("rounds.view", async (fixture) => ({
    ...(await ref(fixture, { coders: ["owner", "lead", "coder"] })),
    transcriptId: fixture.a.transcriptId,
    done: true,
  })),
};
