import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { HistoryFilter } from "@/lib/schemas/history";
import { prisma } from "@/lib/server/db";
import { historyPage } from "@/lib/server/history/data";
import { restoreCodings, stepBack, undoEvent } from "@/lib/server/history/mutations";
import { codeFound } from "@/lib/server/search/mutations";
import { truncateAll } from "@/tests/support/database";
import { correct } from "./compare-support/correcting";
import { SmallStudy, type Talk } from "./compare-support/study";

let study: SmallStudy;
let talks: Talk[];
beforeEach(async () => {
  study = await SmallStudy.make();
  talks = [];
  for (const who of [1, 2, 3])
    talks.push(await study.addTalk([{ who, text: "Peace now 🍊 and peace later." }]));
});
afterEach(truncateAll);

const coder = () => study.scopes.coder;
const code = () => study.codes.Hope ?? "";

/** Both places of a word in each of the talks. */
function asked(word = "eace", eventId = randomUUID()) {
  const texts = talks.map(({ transcriptId, versionId, text }) => {
    const places = [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => index);
    return { transcriptId, versionId, ranges: places.map((at): [number, number] => [at, at + word.length]) };
  });
  return { eventId, studyId: study.studyId, codeId: code(), texts };
}

const coded = () => prisma().coding.count({ where: { studyId: study.studyId, deletedAt: null } });

test("all passages are coded as one event, with one in each transcript that holds its rows", async () => {
  const input = asked();
  const answer = await codeFound(coder(), input);
  expect(answer).toMatchObject({ codeId: code(), codings: 6 });
  const segments = await prisma().segment.findMany({ where: { studyId: study.studyId } });
  expect(segments.map(({ quote }) => quote)).toEqual(Array.from({ length: 6 }, () => "eace"));
  expect(segments.some(({ before, after }) => before.endsWith("and p") && after === " later.\n")).toBe(true);
  const events = await prisma().historyEvent.findMany({
    where: { studyId: study.studyId, kind: { in: ["search.code", "coding.search"] } },
    orderBy: { seq: "asc" },
  });
  expect(events.map(({ kind }) => kind)).toEqual([
    "coding.search",
    "coding.search",
    "coding.search",
    "search.code",
  ]);
  expect(new Set(events.map(({ seq }) => seq)).size).toBe(4);
  // Sent again after no answer came, it is answered and not done twice.
  expect(await codeFound(coder(), input)).toEqual(answer);
  expect(await coded()).toBe(6);
});

test("it is one's own last step, goes back as a whole, and is done again", async () => {
  const { eventId } = asked();
  await codeFound(coder(), { ...asked(), eventId });
  const step = (direction: "undo" | "redo") =>
    stepBack(coder(), { eventId: randomUUID(), studyId: study.studyId, direction });
  expect(await step("undo")).toMatchObject({ done: true, kind: "search.code", redone: false, left: 0 });
  expect(await coded()).toBe(0);
  expect(await prisma().segment.count({ where: { deletedAt: null } })).toBe(0);
  expect(await step("redo")).toMatchObject({ done: true, kind: "search.code", redone: true, left: 0 });
  expect(await coded()).toBe(6);
  expect(await step("undo")).not.toBeNull();
  expect(await coded()).toBe(0);
});

test("what was coded before is left alone, and stays when the rest goes back", async () => {
  await study.code(talks[0] as Talk, "eace", ["Hope"]);
  const input = asked();
  expect((await codeFound(coder(), input)).codings).toBe(5);
  await undoEvent(coder(), { eventId: randomUUID(), undoes: input.eventId });
  expect(await coded()).toBe(1);
});

test("another coder's segment on the same words, and one's own that was removed, are no reason to leave any out", async () => {
  await study.code(talks[0] as Talk, "eace", ["Hope"], { by: "second" });
  const mine = await study.code(talks[1] as Talk, "eace", ["Hope"]);
  await study.do(talks[1] as Talk, "coder", { kind: "remove", segmentId: mine });
  expect((await codeFound(coder(), asked())).codings).toBe(6);
  const live = { deletedAt: null, coderId: coder().userId };
  expect(await prisma().segment.count({ where: live })).toBe(6);
  expect(await prisma().coding.count({ where: { ...live, segment: { deletedAt: null } } })).toBe(6);
});

test("a passage is kept with the words around it, those of other paragraphs too", async () => {
  const turns = ["War is over.", "Peace has come.", "Let us rest."].map((text) => ({ who: 1, text }));
  talks = [await study.addTalk(turns)];
  await codeFound(coder(), asked("Peace has come."));
  const [segment] = await prisma().segment.findMany({ where: { studyId: study.studyId } });
  expect(segment?.before).toMatch(/War is over\.\n/);
  expect(segment?.after).toMatch(/Let us rest\.$/m);
});

test("nothing is coded where a passage would cut a character in two, or with a code of another study", async () => {
  const input = asked("🍊");
  const cut = input.texts.map((text) => ({
    ...text,
    ranges: text.ranges.map(([start, end]): [number, number] => [start, end - 1]),
  }));
  await expect(codeFound(coder(), { ...input, texts: cut })).rejects.toMatchObject({ code: "conflict" });
  const other = await SmallStudy.make("Other");
  const theirs = { ...asked(), codeId: other.codes.Hope ?? "" };
  await expect(codeFound(coder(), theirs)).rejects.toMatchObject({ code: "conflict" });
  expect(await prisma().segment.count()).toBe(0);
});

test("the history shows one row for it, with those of its transcripts within, or of one that is asked for", async () => {
  const input = asked();
  await codeFound(coder(), input);
  const page = async (filter: HistoryFilter, within?: string) =>
    (await historyPage(coder(), filter, { limit: 60, within })).rows.filter(({ kind }) =>
      /search|restore/.test(kind),
    );
  for (const filter of [{}, { group: "coding" }, { code: code() }] as const)
    expect(await page(filter)).toEqual([
      expect.objectContaining({ kind: "search.code", parts: 3, codings: 6, mayUndo: true }),
    ]);
  const transcripts = talks.map(({ transcriptId }) => transcriptId);
  const parts = await page({}, input.eventId);
  expect(parts.map(({ transcript }) => transcript?.id).toSorted()).toEqual(transcripts.toSorted());
  const [first = ""] = transcripts;
  expect(await page({ transcript: first })).toEqual([
    expect.objectContaining({ kind: "coding.search", parts: 0 }),
  ]);
  const other = await SmallStudy.make("Other");
  const theirs = await historyPage(other.scopes.lead, {}, { limit: 60, within: input.eventId });
  expect(theirs.rows).toEqual([]);

  const { studyId, scopes } = study;
  const eventId = randomUUID();
  await restoreCodings(scopes.lead, { eventId, studyId, seq: 0, base: 1_000 });
  const kinds = async (filter: HistoryFilter) => (await page(filter)).map(({ kind }) => kind);
  expect(await kinds({})).toEqual(["history.restore", "search.code"]);
  expect(await kinds({ group: "coding" })).toEqual(["history.restore", "search.code"]);
  // The restore itself is of no code; what it did in each transcript is.
  expect(await kinds({ code: code() })).toEqual([...talks.map(() => "coding.restore"), "search.code"]);
});

test("nothing is coded where one of the texts was corrected, or where the code is retired", async () => {
  const input = asked();
  await correct(study, talks[2] as Talk, [{ who: 3, text: "All is new." }]);
  await expect(codeFound(coder(), input)).rejects.toMatchObject({ code: "conflict" });
  expect(await coded()).toBe(0);
  await prisma().code.update({ where: { id: code() }, data: { retiredAt: new Date() } });
  const two = { ...asked(), texts: asked().texts.slice(0, 2) };
  await expect(codeFound(coder(), two)).rejects.toMatchObject({ code: "conflict" });
  expect(await prisma().historyEvent.count({ where: { kind: "coding.search" } })).toBe(0);
});

test("texts of other studies are none, whoever asks", async () => {
  const other = await SmallStudy.make("Other");
  const theirs = await other.addTalk([{ who: 1, text: "Peace." }]);
  talks = [theirs];
  await expect(codeFound(coder(), asked())).rejects.toMatchObject({ code: "conflict" });
  expect(await prisma().segment.count()).toBe(0);
});
