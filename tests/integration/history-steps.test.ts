import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { stacksOf } from "@/lib/domain/history";
import { addExample, removeExample } from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { stepsInText } from "@/lib/server/history/data";
import { stepBack, undoEvent } from "@/lib/server/history/mutations";
import { addPeople, renameSector } from "@/lib/server/people/mutations";
import { codeFound, deleteSearch, renameSearch, saveSearch } from "@/lib/server/search/mutations";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { scopesOf } from "@/tests/support/scopes";

// Steps back and forth through one's own work: which step comes next, and what is said of one that cannot be taken.

let a: StudyFixture;
let by: Record<Role, StudyScope>;
beforeEach(async () => {
  a = (await buildFixture()).a;
  by = await scopesOf(a);
});

const fresh = () => randomUUID();
const step = (direction: "undo" | "redo", past: string[] = [], scope = by.lead) =>
  stepBack(scope, { eventId: fresh(), studyId: a.studyId, direction, past });

async function rename(base: string, name: string, scope = by.lead): Promise<string> {
  const eventId = fresh();
  await renameSector(scope, { eventId, sectorId: a.sectorId, base, name });
  return eventId;
}
const sectorName = async () => (await prisma().sector.findUniqueOrThrow({ where: { id: a.sectorId } })).name;

/** An event of a kind that is not taken back, as by whoever invites somebody. */
async function invite(email: string): Promise<string> {
  const { seq } = await prisma().study.update({
    where: { id: a.studyId },
    data: { seq: { increment: 1 } },
  });
  const event = { id: fresh(), studyId: a.studyId, seq, actorId: by.lead.userId, kind: "invitation.create" };
  await prisma().historyEvent.create({ data: { ...event, after: { email } } });
  return event.id;
}

describe("a step that cannot be taken back", () => {
  test("is named and nothing is done, and who has been told goes past it, and past what lies under it", async () => {
    await rename("NGO", "NPO");
    await invite("first@example.org");
    const told = await invite("last@example.org");
    const cannot = await step("undo");
    expect(cannot).toMatchObject({ cannot: told, error: null, row: { name: "last@example.org" } });
    expect(await sectorName()).toBe("NPO");
    expect(await step("undo", [told])).toMatchObject({ done: true, kind: "sector.rename" });
    expect(await sectorName()).toBe("NGO");
    // Of what is done again it is told what it was about.
    expect(await step("redo")).toMatchObject({ done: true, kind: "sector.undo", redone: true });
    // What came since is said again.
    const later = await invite("later@example.org");
    expect(await step("undo", [told])).toMatchObject({ cannot: later });
  });

  test("since somebody has changed it is said with why, and the one before it comes next", async () => {
    await saveFears();
    const mine = await rename("NGO", "NPO");
    await rename("NPO", "Theirs", by.owner);
    const cannot = await step("undo");
    expect(cannot).toMatchObject({ cannot: mine, error: { code: "conflict", detail: "history_changed" } });
    expect(await step("undo", [mine])).toMatchObject({ done: true, kind: "search.save" });
    expect(await sectorName()).toBe("Theirs");
  });

  test("since somebody else took it back is passed over: it is none any more", async () => {
    const first = await rename("NGO", "NPO");
    const second = await rename("NPO", "Both");
    await undoEvent(by.owner, { eventId: fresh(), undoes: second });
    expect(await step("undo")).toMatchObject({ done: true });
    expect(await sectorName()).toBe("NGO");
    expect(await prisma().historyEvent.count({ where: { undoes: first } })).toBe(1);
    expect(await step("undo")).toBeNull();
  });
});

const kept = { query: "fear", filter: { speakers: "interviewee" as const } };
async function saveFears(id = fresh()): Promise<string> {
  await saveSearch(by.lead, { eventId: fresh(), studyId: a.studyId, id, name: "Of fear", ...kept });
  return id;
}

/** What was done goes back and forth: as it was before it, and as it was after. */
async function goesBack(read: () => Promise<unknown>, work: () => Promise<unknown>): Promise<void> {
  const before = await read();
  await work();
  const after = await read();
  expect(after).not.toEqual(before);
  for (const [direction, state] of [
    ["undo", before],
    ["redo", after],
    ["undo", before],
  ] as const) {
    expect(await step(direction)).toMatchObject({ done: true });
    expect(await read()).toEqual(state);
  }
}

test("a search that was kept, renamed or deleted goes back and forth", async () => {
  const select = { id: true, name: true, query: true, filter: true } as const;
  const read = () =>
    prisma().savedSearch.findMany({ where: { studyId: a.studyId }, select, orderBy: { id: "asc" } });
  const searchId = fresh();
  await goesBack(read, () => saveFears(searchId));
  await step("redo");
  await goesBack(read, () =>
    renameSearch(by.lead, { eventId: fresh(), searchId, base: "Of fear", name: "恐れ" }),
  );
  await goesBack(read, () => deleteSearch(by.lead, { eventId: fresh(), searchId }));
});

test("people who were added at once go and come with their interviews", async () => {
  const { studyId, sectorId } = a;
  const read = () =>
    prisma().interview.findMany({
      where: { studyId },
      include: { interviewees: true },
      orderBy: { id: "asc" },
    });
  const interview = { id: fresh(), date: "2014-01-31", minutes: 60 };
  const row = { id: fresh(), number: 77, sectorId, sector: "NGO", position: "", interview };
  await goesBack(read, () => addPeople(by.lead, { eventId: fresh(), studyId, rows: [row] }));
});

test("an example that was shown, turned into a counter-example, or taken away goes back and forth", async () => {
  const select = { id: true, segmentId: true, codeId: true, counter: true } as const;
  const read = () => prisma().codeExample.findMany({ where: { studyId: a.studyId }, select });
  const of = { segmentId: a.segmentId, codeId: a.codeId };
  const id = fresh();
  const show = (counter: boolean) => addExample(by.lead, { eventId: fresh(), id, ...of, counter });
  await goesBack(read, () => show(false));
  await step("redo");
  await goesBack(read, () => show(true));
  await goesBack(read, () => removeExample(by.lead, { eventId: fresh(), exampleId: id }));
});

test("steps in a text are one's own in all browsers, what a search coded as the whole, none that another took back", async () => {
  const { transcriptId, versionId, text, codeId } = a;
  const operate = async (scope: StudyScope, operation: object) => {
    const id = fresh();
    await applyOperations(scope, transcriptId, [{ id, ...operation } as never]);
    return id;
  };
  const code = (scope: StudyScope, start: number, end: number) =>
    operate(scope, {
      ...{ kind: "apply", versionId, segmentId: fresh(), start, end, quote: text.slice(start, end) },
      codings: [{ id: fresh(), codeId }],
    });
  const mine = await code(by.lead, 0, 2);
  await code(by.coder, 0, 2);
  const found = fresh();
  const texts = [{ transcriptId, versionId, ranges: [[3, 5]] as [number, number][] }];
  await codeFound(by.lead, { eventId: found, studyId: a.studyId, codeId, texts });
  const gone = await code(by.lead, 5, 7);
  await undoEvent(by.owner, { eventId: fresh(), undoes: gone });
  const last = await code(by.lead, 7, 9);
  const back = await operate(by.lead, { kind: "undo", eventId: last });
  const steps = await stepsInText(by.lead, transcriptId);
  expect(steps.map(({ id, by: way }) => [id, way])).toEqual([
    [mine, "coding"],
    [found, "found"],
    [last, "coding"],
    [back, "coding"],
  ]);
  const { done, undone } = stacksOf(steps);
  expect([done, undone].map((list) => list.map(({ id }) => id))).toEqual([[mine, found], [back]]);
  const whole = fresh();
  await undoEvent(by.lead, { eventId: whole, undoes: found });
  expect((await stepsInText(by.lead, transcriptId)).at(-1)).toMatchObject({ id: whole, undoes: found });
});
