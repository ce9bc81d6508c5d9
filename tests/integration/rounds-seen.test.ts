import { beforeEach, expect, test } from "vitest";
import { ROLES } from "@/lib/access/can";
import { offlineScope } from "@/lib/server/access/offline";
import { blindTranscripts } from "@/lib/server/blind";
import { prisma } from "@/lib/server/db";
import { listRounds } from "@/lib/server/rounds/data";
import { loadOwnWork, loadRounds } from "@/lib/server/rounds/loaders";
import { asking } from "@/tests/support/asking";
import { addBlindRound, addMember } from "@/tests/support/blind";
import { buildFixture, type Person, type StudyFixture } from "@/tests/support/fixture";
import { addWords } from "@/tests/support/transcripts";

// What each member is told of the rounds of a study, and of nobody else's part in them.

let a: StudyFixture;
let second: string;
beforeEach(async () => {
  ({ a } = await buildFixture());
  second = await addWords(a);
});

const scopeOf = ({ userId }: Person) => offlineScope(userId, a.studyId);
const in2 = () => ({ studyId: a.studyId, transcriptId: second });

test("only those who lead rounds are offered to change them", async () => {
  const offered: string[] = [];
  for (const role of ["owner", "lead", "coder"] as const) {
    asking.as = a.members[role];
    if ((await loadRounds({ studyId: a.studyId })).mayEdit) offered.push(role);
  }
  expect(offered).toEqual(["owner", "lead"]);
});

test("work of one's own is told to those whose role is assigned any, also where it was before", async () => {
  await addBlindRound(a, Object.values(a.members));
  const told: string[] = [];
  for (const role of ROLES) {
    asking.as = a.members[role];
    if ((await loadOwnWork({ studyId: a.studyId })).work.length > 0) told.push(role);
  }
  expect(told).toEqual(["owner", "lead", "coder"]);
});

test("of a round that hides others' work a coder is told no number but of their own part", async () => {
  const { coder, lead } = a.members;
  const other = await addMember(a.studyId, "Other");
  const roundId = await addBlindRound(a, [coder, other]);
  await prisma().assignment.create({
    data: { ...in2(), roundId, coderId: other.userId, doneAt: new Date() },
  });
  const [own] = await listRounds(await scopeOf(coder));
  expect(own).toMatchObject({ assigned: 1, done: 0, transcripts: 1, coders: 1 });
  const [all] = await listRounds(await scopeOf(lead));
  expect(all).toMatchObject({ assigned: 3, done: 1, transcripts: 2, coders: 2 });
});

test("whoever leads is blind where they code themselves, and not where another who leads does", async () => {
  const { lead, owner } = a.members;
  await addBlindRound(a, [lead]);
  await addBlindRound(in2(), [owner]);
  expect([...(await blindTranscripts(await scopeOf(lead)))]).toEqual([a.transcriptId]);
  expect([...(await blindTranscripts(await scopeOf(owner)))]).toEqual([second]);
});
