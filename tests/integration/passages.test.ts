import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { prisma } from "@/lib/server/db";
import { passagesOf } from "@/lib/server/passages/data";
import { removePassage, setPassage, undoPassages } from "@/lib/server/passages/mutations";
import { truncateAll } from "@/tests/support/database";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { addOtherLanguage } from "@/tests/support/pair";

let a: StudyFixture;
let b: StudyFixture;
let scope: StudyScope;
/** Four turns of ten code units, parted by one. */
const TURNS = [0, 11, 22, 33].map((start) => ({ start, end: start + 10 }));

beforeEach(async () => {
  ({ a, b } = await buildFixture());
  const { studyId, members, versionId } = a;
  scope = {
    studyId,
    userId: members.coder.userId,
    role: "coder",
    codebookStudyId: studyId,
    guideStudyId: studyId,
  } as StudyScope;
  await prisma().passage.deleteMany({ where: { versionId } });
  await prisma().turn.deleteMany({ where: { versionId } });
  await prisma().turn.createMany({
    data: TURNS.map(({ start, end }, ordinal) => ({ versionId, ordinal, start, bodyStart: start, end })),
  });
});
afterEach(truncateAll);

const set = (start: number, end: number, changes: Partial<Parameters<typeof setPassage>[1]> = {}) =>
  setPassage(scope, {
    eventId: randomUUID(),
    transcriptId: a.transcriptId,
    versionId: a.versionId,
    passageId: randomUUID(),
    questionId: a.questionId,
    start,
    end,
    status: "answered",
    ...changes,
  });
const shown = async () =>
  (await passagesOf(scope, a.transcriptId)).passages.map(
    ({ start, end, questionId, status }) =>
      `${start}-${end} ${questionId === a.questionId ? "one" : "two"} ${status}`,
  );

const undo = (undoes: string, changes: Partial<Parameters<typeof undoPassages>[1]> = {}) => {
  const { transcriptId, versionId } = a;
  return undoPassages(scope, { eventId: randomUUID(), transcriptId, versionId, undoes, ...changes });
};

describe("passages by hand", () => {
  test("hold whole turns, once however often they are sent, with the former in the event", async () => {
    const eventId = randomUUID();
    const passageId = randomUUID();
    await set(13, 25, { eventId, passageId });
    await set(13, 25, { eventId, passageId });
    expect(await shown()).toEqual(["11-32 one answered"]);
    expect(await prisma().passage.findUniqueOrThrow({ where: { id: passageId } })).toMatchObject({
      byHand: true,
    });
    expect(await prisma().historyEvent.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({
      kind: "passage.set",
      transcriptId: a.transcriptId,
      before: { passages: [] },
    });
  });

  test("are moved, given to another question, and set as asked without an answer", async () => {
    const passageId = randomUUID();
    await set(0, 5, { passageId });
    await set(12, 14, { passageId, questionId: a.spareQuestionId, status: "unanswered" });
    expect(await shown()).toEqual(["11-21 two unanswered"]);
  });

  test("what was there gives way, in whole turns: it is cut short, parted, or goes", async () => {
    await set(0, 43);
    await set(12, 13, { questionId: a.spareQuestionId });
    expect(await shown()).toEqual(["0-10 one answered", "11-21 two answered", "22-43 one answered"]);
    await set(12, 35, { questionId: a.spareQuestionId, status: "unanswered" });
    expect(await shown()).toEqual(["0-10 one answered", "11-43 two unanswered"]);
  });

  test("are taken away, which the same event says again", async () => {
    const passageId = randomUUID();
    await set(0, 5, { passageId });
    const { transcriptId, versionId } = a;
    const removal = { eventId: randomUUID(), transcriptId, versionId, passageId };
    const answer = await removePassage(scope, removal);
    expect(answer).toEqual({ versionId, passages: [] });
    expect(await removePassage(scope, removal)).toEqual(answer);
    await expect(removePassage(scope, { ...removal, eventId: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("are refused on another version, between turns, for a question or a passage of another study", async () => {
    await expect(set(0, 5, { versionId: randomUUID() })).rejects.toMatchObject({ code: "stale" });
    await expect(set(10, 11)).rejects.toMatchObject({ code: "invalid" });
    await expect(set(0, 5, { questionId: b.questionId })).rejects.toMatchObject({ code: "not_found" });
    await expect(set(0, 5, { passageId: b.passageId })).rejects.toMatchObject({ code: "not_found" });
    expect(await shown()).toEqual([]);
  });

  test("the interview's other transcripts say what they ask", async () => {
    const { versionId } = await addOtherLanguage(a, { paired: true });
    await prisma().passage.create({
      data: { id: randomUUID(), versionId, questionId: a.questionId, start: 0, end: 9, status: "unanswered" },
    });
    const { elsewhere, questions } = await passagesOf(scope, a.transcriptId);
    expect(elsewhere).toEqual([{ questionId: a.questionId, status: "unanswered" }]);
    expect(questions.map(({ id }) => id)).toContain(a.questionId);
  });
});

describe("taking back what was done to passages", () => {
  const [first, second, back] = [randomUUID(), randomUUID(), randomUUID()];

  test("brings back what gave way as it was, and can be taken back in turn", async () => {
    await set(0, 43);
    const { passages } = await set(12, 13, { eventId: first, questionId: a.spareQuestionId });
    expect(passages).toHaveLength(3);
    await undo(first, { eventId: back });
    expect(await shown()).toEqual(["0-43 one answered"]);
    expect(await prisma().historyEvent.findUniqueOrThrow({ where: { id: back } })).toMatchObject({
      kind: "passage.undo",
      undoes: first,
    });
    // The same once more is the same as once.
    await undo(first, { eventId: back });
    expect(await undo(back)).toEqual({ versionId: a.versionId, passages });
  });

  test("leaves alone what was done elsewhere since", async () => {
    await set(0, 5, { eventId: second });
    await set(34, 40, { questionId: a.spareQuestionId });
    await undo(second);
    expect(await shown()).toEqual(["33-43 two answered"]);
  });

  test("is refused where the passage or its place was changed since, of another study, and on another version", async () => {
    const eventId = randomUUID();
    const passageId = randomUUID();
    await set(0, 5, { eventId, passageId });
    await set(0, 5, { passageId, status: "unanswered" });
    await expect(undo(eventId)).rejects.toMatchObject({ code: "conflict" });
    const removal = randomUUID();
    const { transcriptId, versionId } = a;
    await removePassage(scope, { eventId: removal, transcriptId, versionId, passageId });
    await set(3, 4, { questionId: a.spareQuestionId });
    await expect(undo(removal)).rejects.toMatchObject({ code: "conflict" });
    expect(await shown()).toEqual(["0-10 two answered"]);
    await expect(undo(randomUUID())).rejects.toMatchObject({ code: "not_found" });
    await expect(undo(removal, { versionId: randomUUID() })).rejects.toMatchObject({ code: "stale" });
  });
});
