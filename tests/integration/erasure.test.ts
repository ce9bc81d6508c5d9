import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { previewInterviewee } from "@/lib/server/erasure/data";
import { eraseInterviewee, eraseTranscript } from "@/lib/server/erasure/mutations";
import { historyPage } from "@/lib/server/history/data";
import * as history from "@/lib/server/history/mutations";
import * as memos from "@/lib/server/memos/mutations";
import * as people from "@/lib/server/people/mutations";
import { truncateAll } from "@/tests/support/database";
import { fillPerson } from "@/tests/support/erasure/person";
import { everything, placesOf } from "@/tests/support/erasure/remains";
import { SECRET, SECRET_JA } from "@/tests/support/erasure/words";
import { buildFixture, type Fixture } from "@/tests/support/fixture";
import { scopesOf } from "@/tests/support/scopes";

let fixture: Fixture;
let by: Record<Role, StudyScope>;
let attributeId: string;
beforeEach(async () => {
  fixture = await buildFixture();
  by = await scopesOf(fixture.a);
  attributeId = fresh();
  await people.addAttribute(by.lead, {
    eventId: fresh(),
    studyId: fixture.a.studyId,
    id: attributeId,
    name: "Notes",
    kind: "text",
    choices: [],
  });
});
afterEach(truncateAll);

const fresh = () => randomUUID();
const fill = () => fillPerson(fixture.a, by, attributeId);
const erase = (
  person: { intervieweeId: string; number: number },
  eventId = fresh(),
  shared: "whole" | "person" = "whole",
) => {
  const { intervieweeId, number } = person;
  return eraseInterviewee(by.lead, {
    eventId,
    studyId: fixture.a.studyId,
    intervieweeId,
    shared,
    reason: "consent",
    number,
  });
};
const events = () =>
  prisma().historyEvent.findMany({ where: { studyId: fixture.a.studyId }, orderBy: { seq: "asc" } });

/** What counts anew by itself, or counts what is done. */
const MOVES = ["HistoryEvent", "Study", "Erased", "Digest", "SearchText"];

describe("an interviewee who is erased", () => {
  test("leaves no word in the database, and everything else as it was", async () => {
    const before = await everything(...MOVES);
    const person = await fill();
    // The words are where they are looked for, in text and in bytes.
    expect(await placesOf(SECRET, SECRET_JA)).toEqual(
      expect.arrayContaining(
        [
          "AttributeValue.value HistoryEvent.after HistoryEvent.before ImportBatch.choices Interview.interviewers Interview.mode",
          "Interview.place Interviewee.position IntervieweeName.name Memo.text Paragraph.text Pseudonym.original Recording.name",
          "RecordingPiece.data Redaction.original SearchText.folded Segment.memo Segment.quote Segment.before Speaker.label",
          "Transcript.title TranscriptVersion.reason Upload.choices Upload.name Upload.reading UploadChunk.data",
        ].flatMap((line) => line.split(" ")),
      ),
    );
    const long = await events();
    const eventId = fresh();
    const erased = await erase(person, eventId);
    expect(erased).toMatchObject({
      transcripts: 2,
      interviews: 1,
      files: 3,
      recordings: 1,
      examples: 1,
      pseudonyms: 1,
      memos: 6,
    });
    expect(await placesOf(SECRET, SECRET_JA)).toEqual([]);
    expect(await everything(...MOVES)).toEqual(before);
    // Nothing of the history but content.
    const after = await events();
    const heads = (list: typeof after) =>
      list.map(({ before: _, after: __, forgotten: ___, ...head }) => head);
    expect(heads(after).slice(0, long.length)).toEqual(heads(long));
    expect(after.map(({ seq }) => Number(seq))).toEqual(after.map((_, at) => at + 1));
    const [log, ...parts] = after.slice(long.length);
    expect(log).toMatchObject({
      id: eventId,
      kind: "interviewee.erase",
      actorId: by.lead.userId,
      forgotten: null,
    });
    expect(log?.after).toMatchObject({ number: 77, reason: "consent", transcripts: 2 });
    expect(parts.map(({ kind, transcriptId }) => [kind, transcriptId]).toSorted()).toEqual(
      [person.transcriptId, person.otherId].map((id) => ["transcript.erase", id]).toSorted(),
    );
    // Sent twice, it is as once.
    expect(await erase(person, eventId)).toEqual(erased);
    expect(await events()).toHaveLength(after.length);
  });

  test("cannot be brought back by the history, which says so, nor made again", async () => {
    const person = await fill();
    const foretold = await previewInterviewee(by.lead, person.intervieweeId, "whole");
    expect(foretold.transcripts.map(({ id }) => id).toSorted()).toEqual(
      [person.transcriptId, person.otherId].toSorted(),
    );
    expect(foretold.coders).toEqual([{ id: by.coder.userId, name: "coder", segments: 2, own: false }]);
    expect(await erase(person)).toMatchObject(foretold.counts);
    const gone = (await events()).filter(({ forgotten }) => forgotten === "erased");
    expect(gone.length).toBeGreaterThan(30);
    for (const { id } of gone)
      await expect(history.undoEvent(by.owner, { eventId: fresh(), undoes: id })).rejects.toMatchObject({
        code: "conflict",
      });
    // What is a part of a step in many transcripts is listed where one of them is asked for.
    const filters = [{}, { transcript: person.transcriptId }, { transcript: person.otherId }];
    const pages = await Promise.all(filters.map((filter) => historyPage(by.owner, filter, { limit: 200 })));
    const listed = new Map(pages.flatMap(({ rows }) => rows.map((row) => [row.id, row])));
    for (const { id } of gone)
      expect(listed.get(id)).toMatchObject({
        forgotten: "erased",
        mayUndo: false,
        differences: [],
        transcript: null,
      });
    // A restore to before it brings back none of it, and what it can, it does.
    const preview = await history.previewRestore(by.lead, {
      workId: fresh(),
      studyId: fixture.a.studyId,
      moment: { seq: 1 },
    });
    expect(preview.segments).toEqual({ back: 0, gone: 0, changed: 0 });
    await history.restoreCodings(by.lead, {
      eventId: fresh(),
      studyId: fixture.a.studyId,
      seq: 1,
      base: preview.base,
    });
    expect(await prisma().segment.count({ where: { transcriptId: person.transcriptId } })).toBe(0);
    // One's own steps come to it, and it is no step that can be taken.
    const step = () =>
      history.stepBack(by.lead, { eventId: fresh(), studyId: fixture.a.studyId, direction: "undo" });
    expect(await step()).toMatchObject({ kind: "history.restore" });
    expect(await step()).toMatchObject({ done: false, cannot: expect.any(String), error: null });
    const { studyId, sectorId } = fixture.a;
    const fields = { number: 5, sectorId, position: "", permission: "number" as const, name: "" };
    const again = { eventId: fresh(), studyId, id: person.intervieweeId, ...fields };
    await expect(people.addInterviewee(by.lead, again)).rejects.toThrow(/erased/);
    const operation = { id: fresh(), kind: "remove" as const, segmentId: person.segmentId };
    await expect(applyOperations(by.coder, person.transcriptId, [operation])).rejects.toMatchObject({
      body: { detail: "transcript_erased" },
    });
    const target = { about: "segment" as const, id: person.segmentId };
    const memo = { eventId: fresh(), id: fresh(), target, text: "Late." };
    await expect(memos.writeMemo(by.coder, memo)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is not erased by another's number, nor one of another study", async () => {
    const { intervieweeId } = fixture.a;
    await expect(erase({ intervieweeId, number: 2 })).rejects.toMatchObject({ code: "invalid" });
    await expect(erase({ intervieweeId: fixture.b.intervieweeId, number: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("an interview with several", () => {
  const others = async () => {
    const { studyId, sectorId } = fixture.a;
    const rows = [91, 92].map((number) => ({
      id: fresh(),
      number,
      sectorId,
      sector: "NGO",
      position: `${SECRET} ${number}`,
      interview: null,
    }));
    await people.addPeople(by.lead, { eventId: fresh(), studyId, rows });
    const [first, second] = rows;
    if (!first || !second) throw new Error("two were added");
    await prisma().interviewInterviewee.create({
      data: { studyId, interviewId: fixture.a.interviewId, intervieweeId: first.id },
    });
    return [
      { intervieweeId: first.id, number: 91 },
      { intervieweeId: second.id, number: 92 },
    ] as const;
  };

  test("goes whole, or stays without the person, as is chosen", async () => {
    const [person, bystander] = await others();
    expect((await previewInterviewee(by.lead, person.intervieweeId, "whole")).shared).toEqual([
      { transcripts: 1, others: [1] },
    ]);
    await erase(person, fresh(), "person");
    expect(await prisma().interviewee.findUnique({ where: { id: person.intervieweeId } })).toBeNull();
    expect(await prisma().transcript.count({ where: { id: fixture.a.transcriptId } })).toBe(1);
    // Of an event that tells of two, the other's part is left.
    const added = (await events()).find(({ kind }) => kind === "interviewee.add");
    expect(added?.forgotten).toBe("erased");
    expect(added?.after).toMatchObject([
      { erased: true },
      { id: bystander.intervieweeId, position: `${SECRET} 92` },
    ]);
    await erase({ intervieweeId: fixture.a.intervieweeId, number: 1 });
    expect(await prisma().transcript.count({ where: { id: fixture.a.transcriptId } })).toBe(0);
  });

  test("goes whole with either of them", async () => {
    const [person] = await others();
    const { transcripts, interviews } = await erase(person);
    expect([transcripts, interviews]).toEqual([1, 1]);
    expect(await prisma().interviewee.count({ where: { id: fixture.a.intervieweeId } })).toBe(1);
    expect(await prisma().interview.count({ where: { id: fixture.a.interviewId } })).toBe(0);
  });
});

test("a transcript that is erased alone leaves its pair by itself, and the interview", async () => {
  const { transcriptId, otherId, interviewId } = await fill();
  await eraseTranscript(by.lead, {
    eventId: fresh(),
    studyId: fixture.a.studyId,
    transcriptId,
    reason: "mistake",
  });
  const other = await prisma().transcript.findUniqueOrThrow({
    where: { id: otherId },
    include: { versions: { include: { turns: true } } },
  });
  expect(other.pairId).toBeNull();
  expect(
    other.versions.flatMap(({ turns }) => turns.map(({ align }) => align)).every((align) => align === null),
  ).toBe(true);
  expect(await prisma().interview.count({ where: { id: interviewId } })).toBe(1);
  expect(await prisma().upload.count({ where: { transcriptId } })).toBe(0);
  const [log] = (await events()).slice(-1);
  expect(log).toMatchObject({
    kind: "transcript.erase",
    transcriptId,
    after: { reason: "mistake", transcripts: 1, number: null },
  });
});

describe("the history", () => {
  const forget = (id: string, data: object, setting: string) =>
    prisma().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('kikitori.forgetting', ${setting}, true)`;
      await tx.historyEvent.update({ where: { id }, data });
    });

  test("loses content alone, for a mark, and in the transaction that logs it alone", async () => {
    const person = await fill();
    const list = await events();
    const event = list.find(({ kind }) => kind === "interviewee.edit");
    const id = event?.id ?? "";
    const whole = { before: { erased: true }, after: { erased: true }, forgotten: "erased" };
    await expect(forget(id, whole, "")).rejects.toThrow(/append-only/);
    await expect(forget(id, whole, fresh())).rejects.toThrow(/append-only/);
    await expect(forget(id, whole, id)).rejects.toThrow(/append-only/);
    const eventId = fresh();
    await erase({ ...person }, eventId);
    // The log of an erasure that is over lets nothing more be forgotten.
    const other =
      (await events()).find(({ kind, forgotten }) => kind === "attribute.add" && forgotten === null)?.id ??
      "";
    await expect(forget(other, { after: { erased: true }, forgotten: "erased" }, eventId)).rejects.toThrow(
      /append-only/,
    );
    const purged = { after: { purged: true }, forgotten: "purged" };
    await expect(forget(other, { ...purged, kind: "x.y" }, "purged")).rejects.toThrow(/append-only/);
    await expect(forget(other, { ...purged, after: { id: "another" } }, "purged")).rejects.toThrow(
      /append-only/,
    );
    await expect(forget(other, purged, "purged")).resolves.toBeUndefined();
  });
});
