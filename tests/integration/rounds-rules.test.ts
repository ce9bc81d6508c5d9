import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { undoEvent } from "@/lib/server/history/mutations";
import { assignedCoders, listRounds, ownWork } from "@/lib/server/rounds/data";
import * as rounds from "@/lib/server/rounds/mutations";
import { buildFixture, type Fixture } from "@/tests/support/fixture";
import { addRound } from "@/tests/support/rounds";

/** What keeps a round from becoming what nobody asked for: each rule by the one case that it alone decides. */

let fixture: Fixture;
let lead: StudyScope;
let coder: StudyScope;
beforeEach(async () => {
  fixture = await buildFixture();
  lead = await scopeOf("lead");
  coder = await scopeOf("coder");
});

const scopeOf = (role: Role) => offlineScope(fixture.a.members[role].userId, fixture.a.studyId);
const event = () => ({ eventId: randomUUID() });
const pair = (role: Role) => ({
  transcriptId: fixture.a.transcriptId,
  coderId: fixture.a.members[role].userId,
});
const assigned = (roundId: string) => prisma().assignment.findMany({ where: { roundId } });
const refused = (detail: string) => ({ code: "conflict", body: { detail } });

test("two who change one field are told, and two who change it alike are not", async () => {
  const roundId = await addRound(fixture.a, { opened: false });
  const fields = { title: "Round 1", kind: "open", instructions: "", dueOn: null } as const;
  const edit = (change: Partial<{ title: string; instructions: string }>) =>
    rounds.editRound(lead, { ...event(), roundId, base: fields, wanted: { ...fields, ...change } });
  await edit({ title: "First" });
  await expect(edit({ title: "Second" })).rejects.toMatchObject(refused("changed_meanwhile"));
  await edit({ title: "First", instructions: "Read." });
  expect(await prisma().round.findUnique({ where: { id: roundId } })).toMatchObject({
    title: "First",
    instructions: "Read.",
  });
});

test("one that was opened is not deleted, and is given another title but no other kind", async () => {
  const roundId = await addRound(fixture.a);
  await expect(rounds.deleteRound(lead, { ...event(), roundId })).rejects.toMatchObject(
    refused("round_opened"),
  );
  const base = { title: "Round 1", kind: "open", instructions: "", dueOn: null } as const;
  await rounds.editRound(lead, { ...event(), roundId, base, wanted: { ...base, title: "First" } });
  expect(await prisma().round.findUnique({ where: { id: roundId } })).toMatchObject({ title: "First" });
});

test("what is given and taken in one step is given; what is taken in one round stays in another", async () => {
  const [roundId, other] = [await addRound(fixture.a), await addRound(fixture.a)];
  await rounds.assign(lead, { ...event(), roundId, give: [pair("coder")], take: [pair("coder")] });
  expect(await assigned(roundId)).toHaveLength(1);
  await rounds.assign(lead, { ...event(), roundId, give: [], take: [pair("coder")] });
  expect(await assigned(roundId)).toEqual([]);
  expect(await assigned(other)).toHaveLength(1);
});

test("a round of another study is not there, whoever names it", async () => {
  const roundId = await addRound(fixture.b);
  for (const act of [rounds.endRound, rounds.openRound])
    await expect(act(lead, { ...event(), roundId })).rejects.toMatchObject({ code: "not_found" });
  expect(await listRounds(lead)).toEqual([]);
});

test("done is said of what runs alone, and stays done as of when it was first said", async () => {
  const { transcriptId } = fixture.a;
  const draft = await addRound(fixture.a, { opened: false });
  const mark = (roundId: string, done = true) =>
    rounds.markDone(coder, { ...event(), roundId, transcriptId, done, personId: coder.userId });
  await expect(mark(draft)).rejects.toMatchObject(refused("round_ended"));
  const roundId = await addRound(fixture.a);
  await mark(roundId);
  const [first] = await assigned(roundId);
  await mark(roundId);
  expect(await assigned(roundId)).toEqual([first]);
});

test("an assignment of a round that has ended is not brought back, nor one of a text that is gone", async () => {
  const roundId = await addRound(fixture.a);
  const taken = event();
  await rounds.assign(lead, { ...taken, roundId, give: [], take: [pair("coder")] });
  await rounds.endRound(lead, { ...event(), roundId });
  const undo = () => undoEvent(lead, { ...event(), undoes: taken.eventId });
  await expect(undo()).rejects.toMatchObject(refused("round_ended"));
  await rounds.reopenRound(lead, { ...event(), roundId });
  await undo();
  expect(await assigned(roundId)).toHaveLength(1);
});

test("making a round is not taken back once somebody is in it, or it was opened", async () => {
  const id = randomUUID();
  const made = event();
  const fields = { title: "First", kind: "open", instructions: "", dueOn: null } as const;
  await rounds.makeRound(lead, { ...made, studyId: fixture.a.studyId, id, ...fields });
  const undo = () => undoEvent(lead, { ...event(), undoes: made.eventId });
  await rounds.assign(lead, { ...event(), roundId: id, give: [pair("coder")], take: [] });
  await expect(undo()).rejects.toMatchObject({ code: "conflict" });
  await rounds.openRound(lead, { ...event(), roundId: id });
  await rounds.assign(lead, { ...event(), roundId: id, give: [], take: [pair("coder")] });
  await expect(undo()).rejects.toMatchObject({ code: "conflict" });
});

test("what is to be done is of rounds that run, one's own; who codes what is done where all of it is", async () => {
  const names = async (scope: StudyScope) =>
    (await assignedCoders(scope)).map(({ coderId, done }) => [coderId, done]);
  await addRound(fixture.a, { opened: false });
  await addRound(fixture.a, { ended: true });
  expect([await ownWork(coder), await names(lead)]).toEqual([[], []]);
  const [first, second] = [
    await addRound(fixture.a),
    await addRound(fixture.a, { coders: ["coder", "lead"] }),
  ];
  expect((await ownWork(coder)).map(({ round }) => round.id).toSorted()).toEqual([first, second].toSorted());
  const mark = (roundId: string) =>
    rounds.markDone(coder, {
      ...{ ...event(), roundId, transcriptId: fixture.a.transcriptId },
      ...{ done: true, personId: coder.userId },
    });
  await mark(first);
  const expected = (done: boolean) => [
    [coder.userId, done],
    [lead.userId, false],
  ];
  expect((await names(lead)).toSorted()).toEqual(expected(false).toSorted());
  await mark(second);
  expect((await names(lead)).toSorted()).toEqual(expected(true).toSorted());
});
