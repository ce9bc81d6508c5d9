import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GET as events } from "@/app/api/studies/[studyId]/events/route";
import { draftOf, parseText } from "@/lib/domain/transcript";
import { offlineScope } from "@/lib/server/access/offline";
import { undoEvent } from "@/lib/server/history/mutations";
import { hub } from "@/lib/server/live";
import { writeMemo } from "@/lib/server/memos/mutations";
import { assign, markDone, openRound } from "@/lib/server/rounds/mutations";
import { changeRole } from "@/lib/server/studies/mutations";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { asking } from "@/tests/support/asking";
import { addBlindRound, addMember } from "@/tests/support/blind";
import { buildFixture, type Person, type StudyFixture } from "@/tests/support/fixture";
import { type Followed, followBody } from "@/tests/support/live/follow";

/**
 * Whoever has a study open while something in it becomes blind sees with the new eyes from that event on: their stream
 * ends there, and what comes after is told by one that knows.
 */

let a: StudyFixture;
let other: Person;
const open: Followed[] = [];

beforeEach(async () => {
  ({ a } = await buildFixture());
  other = await addMember(a.studyId, "Other");
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.leave()));
  await hub().close();
});

async function follow(as: Person): Promise<Followed> {
  asking.as = as;
  const answer = await events(new Request("http://127.0.0.1/x"), {
    params: Promise.resolve({ studyId: a.studyId }),
  });
  if (!answer.body) throw new Error(`refused with ${answer.status}`);
  const followed = followBody(answer.body);
  open.push(followed);
  return followed;
}

const owner = () => offlineScope(a.members.owner.userId, a.studyId);
const eventId = () => randomUUID();

/** In English, of its own, or as the other half of the fixture's transcript. */
async function comeIn(pairWith: string | null): Promise<void> {
  await addTranscript(await owner(), {
    ...draftOf(parseText("Asking: Where?\nAnswering: At home.\n"), [], () => a.intervieweeId),
    ...{ eventId: eventId(), id: randomUUID(), versionId: randomUUID(), title: "Home", language: "en" },
    ...{ interviewId: a.interviewId, pairWith },
  });
}

/** Gives the transcript to somebody, or takes it from them; answers the event. */
async function turn(roundId: string, what: "give" | "take", { userId: coderId }: Person): Promise<string> {
  const step = { eventId: eventId(), roundId, give: [], take: [] };
  await assign(await owner(), { ...step, [what]: [{ transcriptId: a.transcriptId, coderId }] });
  return step.eventId;
}

const takenBack = async (undoes: string) => undoEvent(await owner(), { eventId: eventId(), undoes });
const blindRound = () => addBlindRound(a, [a.members.coder, other]);

/** What happens while a lead, who does not code in the round, has the study open; what is done before it is answered. */
const TURNS: [string, () => Promise<() => Promise<unknown>>][] = [
  [
    "a round that is opened",
    async () => {
      const draft = { kind: "blind", opened: false, revealed: false } as const;
      const roundId = await addBlindRound(a, [a.members.lead], draft);
      return async () => openRound(await owner(), { eventId: eventId(), roundId });
    },
  ],
  [
    "an assignment",
    async () => {
      const roundId = await blindRound();
      return () => turn(roundId, "give", a.members.lead);
    },
  ],
  [
    "an assignment that was taken away, and is brought back",
    async () => {
      const roundId = await blindRound();
      await turn(roundId, "give", a.members.lead);
      const taken = await turn(roundId, "take", a.members.lead);
      return () => takenBack(taken);
    },
  ],
  [
    "another role",
    async () => {
      await blindRound();
      const change = { userId: a.members.lead.userId, role: "coder" } as const;
      return async () => changeRole(await owner(), { eventId: eventId(), ...change });
    },
  ],
  [
    "another language that comes in of a text in which somebody is blind",
    async () => {
      await blindRound();
      return () => comeIn(a.transcriptId);
    },
  ],
];

test.each(TURNS)("%s is seen with new eyes from there on", async (_, prepare) => {
  const happens = await prepare();
  const lead = await follow(a.members.lead);
  await happens();
  await lead.ended;
  expect(lead.said).toEqual(["anew"]);
});

test("what makes nobody blind ends no stream", async () => {
  const roundId = await blindRound();
  const { coder, lead } = a.members;
  const done = { eventId: eventId(), roundId, transcriptId: a.transcriptId, done: true };
  const followed = await follow(lead);
  // Another text, and one that is done, and is not after all.
  await comeIn(null);
  const coders = await offlineScope(coder.userId, a.studyId);
  await markDone(coders, { ...done, personId: coder.userId });
  await undoEvent(coders, { eventId: eventId(), undoes: done.eventId });
  const later = await writeMemo(await owner(), {
    ...{ eventId: eventId(), id: randomUUID(), text: "Later" },
    target: { about: "study", studyId: a.studyId },
  });
  expect(later).toBeTruthy();
  await followed.until(({ events }) => events.some(({ topic }) => topic === "memos"));
  expect(followed.said).toEqual([]);
});
