import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { plannedInterviews, readingOf } from "@/lib/server/imports/data";
import {
  addUploads,
  cancelUploads,
  type ReadFile,
  readAgain,
  readFile,
  receiveUpload,
} from "@/lib/server/imports/mutations";
import { lines, pdf } from "@/tests/support/files/pdf";
import { importChoices } from "@/tests/support/imports/batch";
import { importDesk } from "@/tests/support/imports/desk";
import { bodyOf, broughtIn, reaches, signal, uploadRow } from "@/tests/support/imports/files";

const desk = importDesk();
const { send, add, work } = desk;

describe("a worker", () => {
  test("reads a file for its preview, and stores it under what a person chose, whole", async () => {
    const { a } = desk.fixture;
    work();
    const id = await send();
    await reaches(id, "read");
    expect((await uploadRow(id)).facts).toEqual({
      format: "text",
      encoding: "utf-8",
      language: "ja",
      speakers: 2,
      turns: 4,
      characters: 32,
      warnings: 0,
      look: false,
    });
    await add(id, {
      interviewId: a.interviewId,
      reading: { ...importChoices().reading, roles: [{ label: "協力者", role: "interviewee" }] },
    });
    await reaches(id, "stored");
    const [transcript] = await broughtIn();
    expect(transcript).toMatchObject({ language: "ja", interviewId: a.interviewId, kind: "interview" });
    expect((await uploadRow(id)).transcriptId).toBe(transcript?.id);
    const speakers = await prisma().speaker.findMany({
      where: { transcriptId: transcript?.id ?? "" },
      orderBy: { role: "asc" },
    });
    expect(speakers.map(({ label, role, intervieweeId }) => [label, role, intervieweeId])).toEqual([
      ["聞き手", "interviewer", null],
      ["協力者", "interviewee", a.intervieweeId],
    ]);
    const passages = await prisma().passage.findMany({
      where: { version: { transcriptId: transcript?.id ?? "" } },
    });
    expect(passages.map(({ questionId, status }) => [questionId, status])).toEqual([
      [a.questionId, "answered"],
    ]);
  });

  test("reads a PDF as it lies in the database, in the process that reads files", async () => {
    work();
    const id = randomUUID();
    const page = lines(["Interviewer: What is a harbour?", "Anna: A place to wait, and to listen."]);
    const file = { batchId: desk.batchId, id, position: 900, name: "talk.pdf", length: null };
    await receiveUpload(desk.coder, file, bodyOf(pdf([page])));
    await reaches(id, "read");
    expect((await uploadRow(id)).facts).toMatchObject({ format: "pdf", language: "en" });
  });

  test("leaves no second copy of the words once they are a transcript, but keeps the original", async () => {
    work();
    const id = await send();
    await reaches(id, "read");
    await readingOf(desk.coder, id);
    await add(id);
    await reaches(id, "stored");
    expect((await uploadRow(id)).reading).toBeNull();
    await expect(readingOf(desk.coder, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await prisma().uploadChunk.count({ where: { uploadId: id } })).toBe(1);
  });

  test("stores the passages that a person set, as they set them", async () => {
    work();
    const id = await send();
    await reaches(id, "read");
    const passage = { questionId: desk.fixture.a.spareQuestionId, start: 0, end: 16, answered: false };
    await add(id, { passages: [passage] });
    await reaches(id, "stored");
    const stored = await prisma().passage.findMany({ where: { questionId: desk.fixture.a.spareQuestionId } });
    expect(stored.map(({ start, end, status, byHand }) => [start, end, status, byHand])).toEqual([
      [0, 16, "unanswered", true],
    ]);
  });

  test("stores a document without an interviewee, with who published it and when", async () => {
    work();
    const id = await send();
    await reaches(id, "read");
    await add(id, {
      kind: "document",
      publisher: "港町役場",
      date: "2026-04-01",
      interviewId: desk.fixture.a.interviewId,
    });
    await reaches(id, "stored");
    const [transcript] = await broughtIn();
    expect(transcript).toMatchObject({ kind: "document", publisher: "港町役場", interviewId: null });
    expect(transcript?.date?.toISOString().slice(0, 10)).toBe("2026-04-01");
  });

  test("says why a file cannot be read or stored, and does it when that is mended", async () => {
    work();
    const [empty, talk] = [await send({ text: " \n" }), await send()];
    await reaches(empty, "failed");
    expect((await uploadRow(empty)).problem).toBe("file_empty");
    await reaches(talk, "read");
    const elsewhere = desk.fixture.b.interviewId;
    await add(talk, { interviewId: elsewhere });
    await reaches(talk, "failed");
    expect((await uploadRow(talk)).problem).toBe("not_found");
    expect(await broughtIn()).toEqual([]);
    await add(talk);
    await reaches(talk, "stored");
    expect((await uploadRow(talk)).problem).toBeNull();
  });

  test("reads a file anew in the encoding that a person chose", async () => {
    const seen: (string | null)[] = [];
    const read: ReadFile = (name, bytes, encoding) => {
      seen.push(encoding);
      return readFile(name, bytes, encoding);
    };
    work({ read });
    const id = await send();
    await reaches(id, "read");
    await readAgain(desk.coder, desk.batchId, [{ id, choices: importChoices({ encoding: "windows-1252" }) }]);
    await vi.waitFor(async () =>
      expect((await uploadRow(id)).facts).toMatchObject({ encoding: "windows-1252" }),
    );
    expect(seen).toEqual([null, "windows-1252"]);
  });

  test("puts two files of one talk side by side, whichever is handed on first", async () => {
    work({ atOnce: 1 });
    const english = await send({
      name: "1_en.txt",
      text: "Interviewer: What?\nAnna: Yes.\n",
    });
    const japanese = await send({ name: "1_ja.txt", text: "聞き手：何？\n協力者：はい。\n" });
    await Promise.all([reaches(english, "read"), reaches(japanese, "read")]);
    await addUploads(desk.coder, desk.batchId, [
      { id: english, choices: importChoices({ pairWith: { is: "upload", id: japanese } }) },
      { id: japanese, choices: importChoices() },
    ]);
    await Promise.all([reaches(english, "stored"), reaches(japanese, "stored")]);
    const pair = await broughtIn();
    expect(pair.map(({ language }) => language).sort()).toEqual(["en", "ja"]);
    expect(pair[0]?.pairId).not.toBeNull();
    expect(pair[0]?.pairId).toBe(pair[1]?.pairId);
  });

  test("makes a pair of a file that holds both languages, each with its questions", async () => {
    work();
    const id = await send({
      text: "聞き手：安全とは何だと思いますか？\nInterviewer: What do you think safety is?\n協力者：静かな海です。\nParticipant: A quiet sea.\n聞き手：なぜですか？\nInterviewer: Why is that?\n協力者：船が出るからです。\nParticipant: Because the boats go out.\n",
    });
    await reaches(id, "read");
    expect((await uploadRow(id)).facts).toMatchObject({ look: true });
    await add(id, { bothLanguages: true });
    await reaches(id, "stored");
    const pair = await broughtIn();
    expect(pair.map(({ language }) => language).sort()).toEqual(["en", "ja"]);
    expect(pair[0]?.pairId).not.toBeNull();
    expect(pair[0]?.pairId).toBe(pair[1]?.pairId);
  });

  test("makes the interview that an interviewee did not have yet, once for all their files", async () => {
    const { a } = desk.fixture;
    const lead = await offlineScope(a.members.lead.userId, a.studyId);
    const intervieweeId = randomUUID();
    await prisma().interviewee.create({
      data: { id: intervieweeId, studyId: a.studyId, sectorId: a.sectorId, number: 70 },
    });
    const plannedNow = async () =>
      (await plannedInterviews(lead)).find(({ intervieweeIds }) => intervieweeIds.includes(intervieweeId));
    const planned = await plannedNow();
    expect(planned).toMatchObject({ intervieweeIds: [intervieweeId], planned: true });
    work();
    const ids = [await send(), await send({ name: "2.txt" })];
    await Promise.all(ids.map((id) => reaches(id, "read")));
    const choices = importChoices({ interviewId: planned?.id ?? null });
    // A coder may not add people's interviews, and a lead may.
    await addUploads(desk.coder, desk.batchId, [{ id: ids[0] ?? "", choices }]);
    await reaches(ids[0] ?? "", "failed");
    await Promise.all(ids.map((id) => addUploads(lead, desk.batchId, [{ id, choices }])));
    await Promise.all(ids.map((id) => reaches(id, "stored")));
    expect((await broughtIn()).map(({ interviewId }) => interviewId)).toEqual([planned?.id, planned?.id]);
    expect(await plannedNow()).toBeUndefined();
    const speakers = await prisma().speaker.findMany({ where: { intervieweeId } });
    expect(speakers.map(({ label }) => label)).toEqual(["協力者", "協力者"]);
  });

  test("of somebody who has left the study stores nothing", async () => {
    const { a } = desk.fixture;
    work();
    const id = await send();
    await reaches(id, "read");
    await prisma().membership.delete({
      where: { studyId_userId: { studyId: a.studyId, userId: a.members.coder.userId } },
    });
    await add(id);
    await reaches(id, "failed");
    expect((await uploadRow(id)).problem).toBe("forbidden");
    expect(await broughtIn()).toEqual([]);
  });
});

describe("cancelling in the middle", () => {
  test("of reading ends with nothing, whatever the reading still gives", async () => {
    const [begun, cancelled] = [signal(), signal()];
    work({
      read: async (...file) => {
        begun.say();
        await cancelled.said;
        return readFile(...file);
      },
    });
    const id = await send();
    await begun.said;
    await cancelUploads(desk.coder, desk.batchId, [id]);
    cancelled.say();
    const next = await send({ name: "2.txt" });
    await reaches(next, "read");
    expect(await uploadRow(id)).toMatchObject({ status: "cancelled", reading: null, facts: null });
  });

  test("does not undo what is stored", async () => {
    work();
    const id = await send();
    await reaches(id, "read");
    await add(id);
    await reaches(id, "stored");
    expect(await cancelUploads(desk.coder, desk.batchId, null)).toEqual({ cancelled: [] });
    expect(await broughtIn()).toHaveLength(1);
  });
});
