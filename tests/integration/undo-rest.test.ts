import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { fieldsOf } from "@/lib/schemas/codebook";
import type { StepOutcome } from "@/lib/schemas/history";
import { offlineScope } from "@/lib/server/access/offline";
import { mergeCodes } from "@/lib/server/codebook/mutations";
import { prisma } from "@/lib/server/db";
import { historyPage } from "@/lib/server/history/data";
import { restoreCodings, stepBack, undoEvent } from "@/lib/server/history/mutations";
import { codeFound } from "@/lib/server/search/mutations";
import { addBlindRound } from "@/tests/support/blind";
import { truncateAll } from "@/tests/support/database";
import { SmallStudy, type Talk } from "./compare-support/study";

let study: SmallStudy;
let talks: Talk[];
beforeEach(async () => {
  study = await SmallStudy.make();
  talks = [];
  for (const who of [1, 2, 3]) talks.push(await study.addTalk([{ who, text: "Peace now, peace later." }]));
});
afterEach(truncateAll);

const code = (path = "Hope") => study.codes[path] ?? "";

/** Codes both places of a word in each of the three talks: six segments. */
async function codeAll(): Promise<string> {
  const eventId = randomUUID();
  const texts = talks.map(({ transcriptId, versionId, text }) => ({
    transcriptId,
    versionId,
    ranges: [...text.matchAll(/eace/g)].map(({ index }): [number, number] => [index, index + 4]),
  }));
  await codeFound(study.scopes.coder, { eventId, studyId: study.studyId, codeId: code(), texts });
  return eventId;
}

/** One's segments of a talk, by where they begin. */
const segmentsOf = (talk: Talk | undefined) =>
  prisma().segment.findMany({
    where: { transcriptId: talk?.transcriptId ?? "", deletedAt: null },
    orderBy: { start: "asc" },
  });

async function note(talk: Talk | undefined, at: number, memo: string): Promise<string> {
  const segment = (await segmentsOf(talk))[at];
  if (!talk || !segment) throw new Error("no such segment");
  await study.do(talk, "coder", {
    ...{ kind: "annotate", segmentId: segment.id },
    ...{ changes: { memo }, base: { memo: segment.memo } },
  });
  return segment.id;
}

const undo = (undoes: string, { rest = false, eventId = randomUUID(), by = study.scopes.coder } = {}) =>
  undoEvent(by, { eventId, undoes, rest });

const live = () => prisma().segment.count({ where: { studyId: study.studyId, deletedAt: null } });

/** All segments and codings as they are. */
async function everything() {
  const studyId = study.studyId;
  const [segments, codings] = await Promise.all([
    prisma().segment.findMany({ where: { studyId, deletedAt: null }, orderBy: { id: "asc" } }),
    prisma().coding.findMany({ where: { studyId, deletedAt: null }, orderBy: { id: "asc" } }),
  ]);
  return { segments, codings };
}

function asked(outcome: StepOutcome | null) {
  if (!outcome || outcome.done || "cannot" in outcome) throw new Error("nothing was asked");
  return outcome.staying;
}

test("a step of which some was changed since is not taken back before one has chosen, and then but for that", async () => {
  const step = await codeAll();
  const changed = await note(talks[0], 1, "mine");
  const before = await everything();
  const { coder } = study.scopes;
  expect(asked(await undo(step))).toEqual({
    back: 5,
    left: 1,
    by: [{ name: "First coder", own: true }],
    places: [
      {
        segmentId: changed,
        transcriptId: talks[0]?.transcriptId,
        transcript: expect.any(String),
        language: "en",
        quote: "eace",
      },
    ],
  });
  expect(await everything()).toEqual(before);
  expect(await prisma().historyEvent.count({ where: { undoes: step } })).toBe(0);
  // One's own key asks as well.
  const key = { eventId: randomUUID(), studyId: study.studyId, direction: "undo" } as const;
  expect(asked(await stepBack(coder, key))).toMatchObject({ back: 5, left: 1 });

  const [back, again, once] = [randomUUID(), randomUUID(), randomUUID()];
  expect(await undo(step, { rest: true, eventId: back })).toMatchObject({ done: true, left: 1 });
  const after = await everything();
  expect(after.segments).toMatchObject([{ id: changed, memo: "mine" }]);
  expect(after.codings).toHaveLength(1);
  // Done again it is exactly what it was, and so is that when it is taken back.
  expect(await undo(back, { eventId: again })).toMatchObject({ done: true, redone: true, left: 0 });
  expect(await everything()).toEqual(before);
  expect(await undo(again, { eventId: once })).toMatchObject({ done: true, left: 0 });
  expect(await everything()).toEqual(after);
});

test("the history says what was taken back and what stayed", async () => {
  const step = await codeAll();
  const ids = [
    await note(talks[0], 0, "one"),
    await note(talks[0], 1, "two"),
    await note(talks[1], 0, "three"),
  ];
  const back = randomUUID();
  await undo(step, { rest: true, eventId: back });
  const { rows } = await historyPage(study.scopes.coder, {}, { limit: 60 });
  expect(rows.find(({ id }) => id === back)).toMatchObject({ codings: 3, parts: 3, left: 3, mayUndo: true });
  expect(rows.find(({ id }) => id === step)).toMatchObject({ undone: true, partly: true });
  const parts = await prisma().historyEvent.findMany({
    where: { kind: "coding.search", NOT: { undoes: null } },
    select: { transcriptId: true, after: true },
  });
  const leftIn = (talk: Talk | undefined) => {
    const part = parts.find(({ transcriptId }) => transcriptId === talk?.transcriptId);
    return new Set((part?.after as { left?: string[] } | undefined)?.left);
  };
  expect(talks.map(leftIn)).toEqual([new Set(ids.slice(0, 2)), new Set(ids.slice(2)), new Set()]);
});

test("a segment that was given one more code since stays whole, and where all has been changed nothing is done", async () => {
  const step = await codeAll();
  const [first] = await segmentsOf(talks[0]);
  await study.code(talks[0] as Talk, "eace", ["Risk"]);
  expect(asked(await undo(step))).toMatchObject({ back: 5, left: 1, by: [{ own: true }] });
  await undo(step, { rest: true });
  expect(await segmentsOf(talks[0])).toMatchObject([{ id: first?.id }]);
  expect(await prisma().coding.count({ where: { segmentId: first?.id ?? "", deletedAt: null } })).toBe(2);

  const next = await codeAll();
  for (const [at, talk] of talks.entries())
    for (const place of at === 0 ? [1] : [0, 1]) await note(talk, place, "changed");
  await expect(undo(next, { rest: true })).rejects.toMatchObject({ body: { detail: "history_codings" } });
});

test("sent twice, also at once, it is done once; what is changed between the question and the answer stays as well", async () => {
  const step = await codeAll();
  await note(talks[0], 0, "one");
  expect(asked(await undo(step)).left).toBe(1);
  await note(talks[2], 1, "another");
  const eventId = randomUUID();
  const both = await Promise.all([undo(step, { rest: true, eventId }), undo(step, { rest: true, eventId })]);
  for (const one of [...both, await undo(step, { rest: true, eventId })])
    expect(one).toMatchObject({ done: true, left: 2 });
  expect(await live()).toBe(2);
  expect(await prisma().historyEvent.count({ where: { undoes: step } })).toBe(1);
});

test("of two at work at once neither loses anything", async () => {
  const step = await codeAll();
  await note(talks[0], 0, "one");
  const [taken, noted] = await Promise.allSettled([
    undo(step, { rest: true }),
    note(talks[1], 0, "at the same time"),
  ]);
  expect(taken.status).toBe("fulfilled");
  const memos = (await everything()).segments.map(({ memo }) => memo).toSorted();
  expect(memos).toEqual(noted.status === "fulfilled" ? ["at the same time", "one"] : ["one"]);
});

test("a restore is taken back but for what was changed since", async () => {
  const { scopes, studyId } = study;
  const { seq } = await prisma().study.findUniqueOrThrow({ where: { id: studyId } });
  const mine = await study.code(talks[0] as Talk, "now", ["Risk"]);
  const theirs = await study.code(talks[1] as Talk, "now", ["Risk"], { by: "second" });
  const { seq: base } = await prisma().study.findUniqueOrThrow({ where: { id: studyId } });
  const restored = randomUUID();
  await restoreCodings(scopes.lead, { eventId: restored, studyId, seq: Number(seq), base: Number(base) });
  expect(await live()).toBe(0);
  // Somebody codes the same words again: their segment has the place by now.
  const later = await study.code(talks[1] as Talk, "now", ["Hope"], { by: "second" });
  const by = scopes.lead;
  expect(asked(await undo(restored, { by }))).toMatchObject({ back: 1, left: 1 });
  const back = randomUUID();
  await undo(restored, { by, rest: true, eventId: back });
  const ids = (await everything()).segments.map(({ id }) => id).toSorted();
  expect(ids).toEqual([mine, later].toSorted());
  expect(ids).not.toContain(theirs);
  await undo(back, { by });
  expect((await everything()).segments.map(({ id }) => id)).toEqual([later]);
});

/** Merges one code into another, as the lead. */
async function merge(by: StudyScope): Promise<string> {
  const eventId = randomUUID();
  const base = fieldsOf(await prisma().code.findUniqueOrThrow({ where: { id: code("Risk") } }));
  await mergeCodes(by, {
    ...{ eventId, codeId: code(), intoId: code("Risk"), base, wanted: base },
    ...{ reason: "The same thing", review: false },
  });
  return eventId;
}

test("a merge of codes asks in the same way, and a blind lead is told of what they see alone", async () => {
  await codeAll();
  const own = { by: study.scopes.lead };
  const step = await merge(study.scopes.lead);
  const [segment] = await segmentsOf(talks[0]);
  const coding = await prisma().coding.findFirstOrThrow({ where: { segmentId: segment?.id ?? "" } });
  await study.do(talks[0] as Talk, "coder", {
    ...{ kind: "recode", segmentId: segment?.id ?? "", codingId: coding.id },
    to: { id: randomUUID(), codeId: code("Risk > War") },
  });
  expect(asked(await undo(step, own))).toMatchObject({ back: 5, left: 1, by: [] });

  const { userId } = study.scopes.lead;
  await addBlindRound({ studyId: study.studyId, transcriptId: talks[0]?.transcriptId ?? "" }, [{ userId }]);
  const blind = { by: await offlineScope(userId, study.studyId) };
  const eventId = randomUUID();
  const outcome = { done: true, left: 0, unseen: true };
  expect(await undo(step, { ...blind, eventId })).toMatchObject(outcome);
  expect(await undo(step, { ...blind, eventId })).toMatchObject(outcome);
  expect(await prisma().coding.count({ where: { codeId: code(), deletedAt: null } })).toBe(5);
});

test("who is blind is not told who has changed their work since", async () => {
  const step = await codeAll();
  const [segment] = await segmentsOf(talks[0]);
  await prisma().historyEvent.create({
    data: {
      ...{ id: randomUUID(), studyId: study.studyId, actorId: study.scopes.lead.userId, seq: 1_000 },
      ...{ transcriptId: talks[0]?.transcriptId, kind: "coding.annotate" },
      after: { segments: [{ id: segment?.id }], codings: [] },
    },
  });
  expect(asked(await undo(step)).by).toEqual([{ name: "Lead", own: false }]);
  const { userId } = study.scopes.coder;
  await addBlindRound({ studyId: study.studyId, transcriptId: talks[0]?.transcriptId ?? "" }, [{ userId }]);
  const by = await offlineScope(userId, study.studyId);
  expect(asked(await undo(step, { by }))).toMatchObject({ back: 5, left: 1, by: [] });
  // Nor that it was they alone, by their own name beside nobody's.
  await note(talks[1], 0, "mine");
  expect(asked(await undo(step, { by }))).toMatchObject({ back: 4, left: 2, by: [] });
});
