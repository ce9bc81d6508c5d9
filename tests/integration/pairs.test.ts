import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { prisma } from "@/lib/server/db";
import { pairFrame } from "@/lib/server/pairs/data";
import { breakPair, makePair, setAlignment } from "@/lib/server/pairs/mutations";
import { truncateAll } from "@/tests/support/database";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { addOtherLanguage, type OtherLanguage } from "@/tests/support/pair";

const scopeOf = ({ studyId, members }: StudyFixture, role: "coder" | "lead" = "coder") =>
  ({
    studyId,
    userId: members[role].userId,
    role,
    codebookStudyId: studyId,
    guideStudyId: studyId,
  }) as StudyScope;

const alignOf = async (versionId: string) =>
  (await prisma().turn.findMany({ where: { versionId }, orderBy: { ordinal: "asc" } })).map(
    ({ align }) => align,
  );

let a: StudyFixture;
let b: StudyFixture;
let scope: StudyScope;
beforeEach(async () => {
  ({ a, b } = await buildFixture());
  scope = scopeOf(a);
});
afterEach(truncateAll);

describe("the alignment of a pair", () => {
  let other: OtherLanguage;
  beforeEach(async () => {
    other = await addOtherLanguage(a, { paired: true });
  });
  const given = (own: (number | null)[], others: (number | null)[], changes = {}) => ({
    eventId: randomUUID(),
    transcriptId: a.transcriptId,
    own: { versionId: a.versionId, numbers: own },
    other: { versionId: other.versionId, numbers: others },
    base: null as string | null,
    ...changes,
  });

  test("is set whole, once, with the former in its event, and undone by setting that", async () => {
    const first = given([4, null], [4, 4]);
    const answer = await setAlignment(scope, first);
    expect(await alignOf(a.versionId)).toEqual([0, null]);
    expect(await alignOf(other.versionId)).toEqual([0, 0]);
    expect(await setAlignment(scope, first)).toEqual(answer);
    expect(await prisma().historyEvent.count({ where: { kind: "pair.align" } })).toBe(1);

    const second = given([0, 1], [0, 1], { base: first.eventId });
    await setAlignment(scope, second);
    const event = await prisma().historyEvent.findUniqueOrThrow({ where: { id: second.eventId } });
    const before = event.before as { versionId: string; numbers: (number | null)[] }[];
    expect(before.map(({ numbers }) => numbers)).toEqual([
      [0, null],
      [0, 0],
    ]);
    const [own, others] = before;
    await setAlignment(scope, given(own?.numbers ?? [], others?.numbers ?? [], { base: second.eventId }));
    expect(await alignOf(other.versionId)).toEqual([0, 0]);
  });

  test("is the same from the other half", async () => {
    await setAlignment(scope, {
      eventId: randomUUID(),
      transcriptId: other.transcriptId,
      own: { versionId: other.versionId, numbers: [null, 3] },
      other: { versionId: a.versionId, numbers: [3, null] },
      base: null,
    });
    expect(await alignOf(a.versionId)).toEqual([0, null]);
    expect(await alignOf(other.versionId)).toEqual([null, 0]);
  });

  test("leaves alone what crosses", async () => {
    await setAlignment(scope, given([0, 1], [1, 0]));
    expect(await alignOf(a.versionId)).toEqual([0, null]);
    expect(await alignOf(other.versionId)).toEqual([null, 0]);
  });

  test("is refused where somebody aligned it since, on another version, and for other turns", async () => {
    await setAlignment(scope, given([0, 1], [0, 1]));
    const stale = { code: "stale" };
    await expect(setAlignment(scope, given([0, null], [0, null]))).rejects.toMatchObject(stale);
    const { base } = await pairFrame(scope, a.transcriptId);
    expect(base).not.toBeNull();
    await expect(setAlignment(scope, given([0], [0, 1], { base }))).rejects.toMatchObject(stale);
    const elsewhere = { own: { versionId: randomUUID(), numbers: [0, 1] } };
    await expect(setAlignment(scope, given([0, 1], [0, 1], { base, ...elsewhere }))).rejects.toMatchObject(
      stale,
    );
    expect(await alignOf(a.versionId)).toEqual([0, 1]);
  });

  test("two people at once: one is first, and the other is told", async () => {
    const answers = await Promise.allSettled([
      setAlignment(scope, given([0, null], [0, null])),
      setAlignment(scopeOf(a, "lead"), given([null, 0], [null, 0])),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await alignOf(a.versionId)).toEqual(await alignOf(other.versionId));
  });

  test("a transcript without a pair has none", async () => {
    await expect(
      setAlignment(scopeOf(b), {
        ...given([0, 1], [0, 1]),
        transcriptId: b.transcriptId,
      }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("making and breaking a pair", () => {
  test("aligns what is put together, takes it apart, and offers it again", async () => {
    const other = await addOtherLanguage(a, { paired: false });
    expect((await pairFrame(scope, a.transcriptId)).candidates).toEqual([
      { id: other.transcriptId, title: "Other", language: "fr", sameInterview: true },
    ]);
    await makePair(scope, {
      eventId: randomUUID(),
      transcriptId: a.transcriptId,
      otherId: other.transcriptId,
    });
    expect(await alignOf(other.versionId)).toEqual([0, 1]);
    expect(await pairFrame(scope, other.transcriptId)).toMatchObject({
      other: { id: a.transcriptId },
      candidates: [],
    });

    await breakPair(scope, { eventId: randomUUID(), transcriptId: other.transcriptId });
    expect(await alignOf(a.versionId)).toEqual([null, null]);
    expect((await pairFrame(scope, a.transcriptId)).other).toBeNull();
  });

  test("a transcript without an interview takes the other's", async () => {
    const other = await addOtherLanguage(a, { paired: false });
    await prisma().transcript.update({ where: { id: other.transcriptId }, data: { interviewId: null } });
    await makePair(scope, {
      eventId: randomUUID(),
      transcriptId: other.transcriptId,
      otherId: a.transcriptId,
    });
    const { interviewId } = await prisma().transcript.findUniqueOrThrow({
      where: { id: other.transcriptId },
    });
    expect(interviewId).toBe(a.interviewId);
  });

  test.each([
    ["in one language", { language: "ja" }, "pair_same_language"],
    ["of two interviews", {}, "pair_other_interview"],
    ["of two kinds", { kind: "document" as const, interviewId: null }, "pair_other_interview"],
  ])("is refused %s", async (name, change, detail) => {
    const other = await addOtherLanguage(a, { paired: false });
    const data = name === "of two interviews" ? { interviewId: a.spareInterviewId } : change;
    await prisma().transcript.update({ where: { id: other.transcriptId }, data });
    const asked = { eventId: randomUUID(), transcriptId: a.transcriptId, otherId: other.transcriptId };
    await expect(makePair(scope, asked)).rejects.toMatchObject({ body: { detail } });
  });

  test("is refused where one has a pair, and with a transcript of another study", async () => {
    await addOtherLanguage(a, { paired: true });
    const third = randomUUID();
    await prisma().transcript.create({ data: { id: third, studyId: a.studyId, title: "T", language: "de" } });
    await prisma().transcriptVersion.create({
      data: { id: randomUUID(), transcriptId: third, number: 1, current: true, length: 0 },
    });
    const asked = { eventId: randomUUID(), transcriptId: a.transcriptId };
    await expect(makePair(scope, { ...asked, otherId: third })).rejects.toMatchObject({ code: "conflict" });
    await expect(makePair(scope, { ...asked, otherId: b.transcriptId })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
