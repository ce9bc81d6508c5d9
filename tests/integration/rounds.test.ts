import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { recordEvent } from "@/lib/server/history";
import { historyPage } from "@/lib/server/history/data";
import { undoEvent } from "@/lib/server/history/mutations";
import { assignedCoders, ownWork, roundDetail } from "@/lib/server/rounds/data";
import * as rounds from "@/lib/server/rounds/mutations";
import { buildFixture, type Fixture } from "@/tests/support/fixture";
import { addRound } from "@/tests/support/rounds";
import { scopesOf } from "@/tests/support/scopes";

let fixture: Fixture;
let by: Record<Role, StudyScope>;

beforeEach(async () => {
  fixture = await buildFixture();
  by = await scopesOf(fixture.a);
});

const event = () => ({ eventId: randomUUID() });
const pair = (role: Role) => ({
  transcriptId: fixture.a.transcriptId,
  coderId: fixture.a.members[role].userId,
});
const kept = (id: string) => prisma().round.findUnique({ where: { id }, include: { assignments: true } });
const coders = async (id: string) => (await kept(id))?.assignments.map(({ coderId }) => coderId).toSorted();

async function make(kind: "open" | "blind" = "open"): Promise<string> {
  const id = randomUUID();
  const { studyId } = fixture.a;
  const fields = { title: "First", kind, instructions: "Read it twice.", dueOn: "2026-05-01" };
  await rounds.makeRound(by.lead, { ...event(), studyId, id, ...fields });
  return id;
}

describe("a round", () => {
  test("is drafted, changed, filled, opened, ended and taken up again", async () => {
    const id = await make();
    await rounds.editRound(by.lead, {
      ...event(),
      roundId: id,
      base: { title: "First", kind: "open", instructions: "Read it twice.", dueOn: "2026-05-01" },
      wanted: { title: "First", kind: "blind", instructions: "Read it twice.", dueOn: null },
    });
    expect(await kept(id)).toMatchObject({ kind: "blind", dueOn: null, instructions: "Read it twice." });
    await expect(rounds.openRound(by.lead, { ...event(), roundId: id })).rejects.toMatchObject({
      body: { detail: "round_empty" },
    });
    await rounds.assign(by.lead, { ...event(), roundId: id, give: [pair("coder")], take: [] });
    await rounds.openRound(by.lead, { ...event(), roundId: id });
    expect((await offlineScope(by.coder.userId, fixture.a.studyId)).blind).toBe(true);
    await expect(
      rounds.editRound(by.lead, {
        ...event(),
        roundId: id,
        base: { title: "First", kind: "blind", instructions: "", dueOn: null },
        wanted: { title: "First", kind: "open", instructions: "", dueOn: null },
      }),
    ).rejects.toMatchObject({ body: { detail: "round_opened" } });
    await rounds.endRound(by.lead, { ...event(), roundId: id });
    await expect(
      rounds.assign(by.lead, { ...event(), roundId: id, give: [pair("lead")], take: [] }),
    ).rejects.toMatchObject({ body: { detail: "round_ended" } });
    await rounds.reopenRound(by.lead, { ...event(), roundId: id });
    expect(await kept(id)).toMatchObject({ endedAt: null });
  });

  test("is revealed once, by whoever types its title", async () => {
    const roundId = await addRound(fixture.a, { kind: "blind" });
    await expect(rounds.revealRound(by.lead, { ...event(), roundId, title: "Round" })).rejects.toMatchObject({
      body: { fields: { title: "round_other_title" } },
    });
    await rounds.revealRound(by.lead, { ...event(), roundId, title: "Round 1" });
    expect((await offlineScope(by.coder.userId, fixture.a.studyId)).blind).toBe(false);
    await expect(
      rounds.revealRound(by.lead, { ...event(), roundId, title: "Round 1" }),
    ).rejects.toMatchObject({ body: { detail: "round_elsewhere" } });
  });

  test("takes nobody's assignment twice, and of another study's texts or of people who do not code none", async () => {
    const roundId = await make();
    const sent = { ...event(), roundId, give: [pair("coder"), pair("coder"), pair("lead")], take: [] };
    await rounds.assign(by.lead, sent);
    expect(await rounds.assign(by.lead, sent)).toMatchObject({ assignments: [{}, {}] });
    expect(await coders(roundId)).toEqual([pair("coder"), pair("lead")].map((row) => row.coderId).toSorted());
    const give = (given: ReturnType<typeof pair>) =>
      rounds.assign(by.lead, { ...event(), roundId, give: [given], take: [] });
    const elsewhere = { ...pair("coder"), transcriptId: fixture.b.transcriptId };
    await expect(give(elsewhere)).rejects.toMatchObject({ code: "not_found" });
    const outsider = { ...pair("coder"), coderId: fixture.b.members.coder.userId };
    for (const nobody of [pair("trainee"), outsider])
      await expect(give(nobody)).rejects.toMatchObject({ body: { detail: "round_no_coder" } });
  });

  test("that hides others' work lets nobody show it to themselves, by a step or by taking one back", async () => {
    const roundId = await addRound(fixture.a, { kind: "blind", coders: ["coder"] });
    const given = event();
    await rounds.assign(by.lead, { ...given, roundId, give: [pair("lead")], take: [] });
    const blind = await offlineScope(by.lead.userId, fixture.a.studyId);
    expect(blind.blind).toBe(true);
    const refused = { body: { detail: "round_own_sight" } };
    await expect(
      rounds.assign(blind, { ...event(), roundId, give: [], take: [pair("lead")] }),
    ).rejects.toMatchObject(refused);
    await expect(undoEvent(blind, { ...event(), undoes: given.eventId })).rejects.toMatchObject(refused);
    await rounds.assign(by.owner, { ...event(), roundId, give: [], take: [pair("lead")] });
    expect(await coders(roundId)).toEqual([pair("coder").coderId]);
  });
});

describe("an assignment", () => {
  test("is done when its coder says so, and not after all, and leaves codings as they are", async () => {
    const roundId = await addRound(fixture.a);
    const { transcriptId } = fixture.a;
    const done = { ...event(), roundId, transcriptId, done: true };
    expect(await rounds.markDone(by.coder, done)).toMatchObject({ done: true, title: "Round 1" });
    expect(await rounds.markDone(by.coder, done)).toMatchObject({ done: true });
    await expect(rounds.markDone(by.lead, { ...done, ...event() })).rejects.toMatchObject({
      code: "not_found",
    });
    await rounds.markDone(by.coder, { ...done, ...event(), done: false });
    expect((await kept(roundId))?.assignments).toMatchObject([{ doneAt: null }]);
    await rounds.assign(by.lead, { ...event(), roundId, give: [], take: [pair("coder")] });
    expect(await prisma().coding.count({ where: { segmentId: fixture.a.segmentId, deletedAt: null } })).toBe(
      1,
    );
    await rounds.assign(by.lead, { ...event(), roundId, give: [pair("coder")], take: [] });
    await rounds.endRound(by.lead, { ...event(), roundId });
    await expect(rounds.markDone(by.coder, { ...done, ...event() })).rejects.toMatchObject({
      body: { detail: "round_ended" },
    });
  });
});

describe("what was done with rounds", () => {
  test("is taken back where nothing is shown by it: a draft's deletion with who was in it", async () => {
    const roundId = await make();
    await rounds.assign(by.lead, { ...event(), roundId, give: [pair("coder"), pair("lead")], take: [] });
    const deleted = event();
    await rounds.deleteRound(by.lead, { ...deleted, roundId });
    expect(await kept(roundId)).toBeNull();
    const back = event();
    await undoEvent(by.lead, { ...back, undoes: deleted.eventId });
    expect(await kept(roundId)).toMatchObject({
      title: "First",
      instructions: "Read it twice.",
      openedAt: null,
    });
    expect(await coders(roundId)).toHaveLength(2);
    await undoEvent(by.lead, { ...event(), undoes: back.eventId });
    expect(await kept(roundId)).toBeNull();
  });

  test("opening is taken back of an open round, and never of a blind one", async () => {
    for (const kind of ["open", "blind"] as const) {
      const roundId = await make(kind);
      await rounds.assign(by.lead, { ...event(), roundId, give: [pair("coder")], take: [] });
      const opened = event();
      await rounds.openRound(by.lead, { ...opened, roundId });
      const undo = undoEvent(by.lead, { ...event(), undoes: opened.eventId });
      if (kind === "open") await undo;
      else await expect(undo).rejects.toMatchObject({ code: "forbidden" });
      expect((await kept(roundId))?.openedAt === null).toBe(kind === "open");
    }
  });

  test("what was blind when it was opened is not made open by taking back an earlier change", async () => {
    const roundId = await make();
    const edit = event();
    const fields = { title: "First", instructions: "Read it twice.", dueOn: "2026-05-01" };
    await rounds.editRound(by.lead, {
      ...edit,
      roundId,
      base: { ...fields, kind: "open" },
      wanted: { ...fields, kind: "blind" },
    });
    await rounds.assign(by.lead, { ...event(), roundId, give: [pair("coder")], take: [] });
    await rounds.openRound(by.lead, { ...event(), roundId });
    await expect(undoEvent(by.lead, { ...event(), undoes: edit.eventId })).rejects.toMatchObject({
      body: { detail: "round_opened" },
    });
  });

  test("a coder takes back that they are done; nobody else does", async () => {
    const roundId = await addRound(fixture.a);
    const done = event();
    await rounds.markDone(by.coder, { ...done, roundId, transcriptId: fixture.a.transcriptId, done: true });
    await expect(undoEvent(by.owner, { ...event(), undoes: done.eventId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await undoEvent(by.coder, { ...event(), undoes: done.eventId });
    expect((await kept(roundId))?.assignments).toMatchObject([{ doneAt: null }]);
  });

  test("is told with the round's title, and how many assignments", async () => {
    const roundId = await make();
    await rounds.assign(by.lead, { ...event(), roundId, give: [pair("coder"), pair("lead")], take: [] });
    const { rows } = await historyPage(by.lead, { group: "rounds" }, { limit: 5 });
    expect(rows.map(({ kind, name, count, mayUndo }) => [kind, name, count, mayUndo])).toEqual([
      ["round.assign", "First", 2, true],
      ["round.add", "First", 1, true],
    ]);
  });
});

describe("what is seen of a round", () => {
  const figures = (rows: { own: boolean; progress: unknown }[]) =>
    rows.map(({ own, progress }) => [own, progress !== null]);
  const seenBy = async (scope: StudyScope, id: string) => {
    const { coders, assignments, round } = await roundDetail(
      await offlineScope(scope.userId, fixture.a.studyId),
      id,
    );
    const rows = assignments.map((row) => ({ own: row.coderId === scope.userId, progress: row.progress }));
    return {
      names: coders.map(({ name }) => name),
      figures: figures(rows).toSorted(),
      assigned: round.assigned,
    };
  };

  test("is all of an open one, with how much each has coded of how much talk", async () => {
    const id = await addRound(fixture.a, { coders: ["coder", "lead"] });
    expect(await seenBy(by.coder, id)).toMatchObject({
      names: ["coder", "lead"],
      figures: [
        [false, true],
        [true, true],
      ],
    });
    const { assignments } = await roundDetail(by.owner, id);
    const own = assignments.find(({ coderId }) => coderId === by.coder.userId);
    // The transcript is Japanese by its language, so characters are counted.
    expect(own?.progress).toEqual({ coded: 15, talk: 26 });
  });

  test("is one's own alone of one that hides others' work; a lead who codes in it sees no counts of others", async () => {
    const id = await addRound(fixture.a, { kind: "blind", coders: ["coder", "lead"] });
    expect(await seenBy(by.coder, id)).toEqual({ names: ["coder"], figures: [[true, true]], assigned: 1 });
    const lead = await seenBy(by.lead, id);
    expect(lead.figures).toEqual([
      [false, false],
      [true, true],
    ]);
    expect((await seenBy(by.owner, id)).figures).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  test("stays hidden in an open round where another hides the same transcript", async () => {
    const id = await addRound(fixture.a, { coders: ["coder", "lead"] });
    await addRound(fixture.a, { kind: "blind", coders: ["coder", "lead"] });
    expect((await seenBy(by.lead, id)).figures).toEqual([
      [false, false],
      [true, true],
    ]);
    const coder = await offlineScope(by.coder.userId, fixture.a.studyId);
    expect((await assignedCoders(coder)).map(({ name }) => name)).toEqual(["coder"]);
    expect((await assignedCoders(by.owner)).map(({ name }) => name)).toEqual(["coder", "lead"]);
  });

  test("is nothing of a draft, or of a blind one that is others', and a removed member stays, marked", async () => {
    const draft = await addRound(fixture.a, { opened: false });
    const others = await addRound(fixture.a, { kind: "blind", coders: ["lead"] });
    for (const id of [draft, others])
      await expect(roundDetail(by.coder, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await ownWork(by.coder)).toEqual([]);
    const { studyId } = fixture.a;
    await prisma().membership.delete({ where: { studyId_userId: { studyId, userId: by.lead.userId } } });
    const { coders } = await roundDetail(by.owner, others);
    expect(coders.find(({ id }) => id === by.lead.userId)).toMatchObject({ codes: false });
  });

  test("is kept until something is done in the text, and counted anew then", async () => {
    await addRound(fixture.a);
    const coded = async () => (await ownWork(by.coder)).map(({ progress }) => progress.coded);
    expect(await coded()).toEqual([15]);
    await prisma().segment.update({ where: { id: fixture.a.segmentId }, data: { deletedAt: new Date() } });
    expect(await coded()).toEqual([15]);
    await recordEvent(prisma(), by.coder, {
      id: randomUUID(),
      kind: "coding.remove",
      transcriptId: fixture.a.transcriptId,
      after: null,
    });
    expect(await coded()).toEqual([0]);
  });
});
