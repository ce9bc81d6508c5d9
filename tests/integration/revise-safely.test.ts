import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { draftOf, parseReading } from "@/lib/domain/transcript";
import type { RevisedRows, Revising } from "@/lib/schemas/revising";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { propose, revise } from "@/lib/server/interchange/revise";
import { proposeSafely, reviseSafely } from "@/lib/server/interchange/revise-safely";
import { ReaderPool } from "@/lib/server/interchange/safely/pool";
import { BOUNDS } from "@/lib/server/interchange/safely/reader-process";
import { queueOf } from "@/lib/server/revisions/data";
import { correctTranscript, editTranscript } from "@/lib/server/revisions/mutations";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { importChoices } from "@/tests/support/imports/batch";
import { turnsDuring } from "@/tests/support/turns";

vi.setConfig({ testTimeout: 60_000 });

const shared = globalThis as typeof globalThis & { kikitoriReaderPool?: ReaderPool | undefined };

afterEach(() => {
  shared.kikitoriReaderPool?.close();
  shared.kikitoriReaderPool = undefined;
});

/** Long enough to be revised in another process. */
const LONG = Array.from(
  { length: 4_000 },
  (_, turn) => `${turn % 2 === 0 ? "聞き手" : "協力者"}：${turn}番目の答えは、海が静かな日のことでした。🍊\n`,
).join("");

const ids = Array.from({ length: 4 }, () => randomUUID());
const [versionId = "", coderId = "", segmentId = "", olderId = ""] = ids;

function revising(text: string, fields: Partial<Revising> = {}): Revising {
  const at = text.indexOf("静かな日");
  return {
    from: { id: versionId, text, redactions: "[]", turns: "[]", points: "[]", passages: "[]" },
    step: {
      kind: "edit",
      edits: [{ start: 3, end: 3, insert: "さん" }],
      turns: [{ start: 0, bodyStart: 0, end: 20, speaker: 0, atMs: null, align: null }],
      speakers: [{ label: "聞き手", aliases: [], role: "interviewer", intervieweeId: null }],
    },
    language: "ja",
    paired: false,
    speakers: [{ id: coderId, label: "聞き手", aliases: [], role: "interviewer", intervieweeId: null }],
    segments: JSON.stringify([[segmentId, versionId, coderId, at, at + 4, false]]),
    older: [],
    ...fields,
  };
}

async function all(rows: AsyncIterable<RevisedRows> | Iterable<RevisedRows>): Promise<RevisedRows[]> {
  const found: RevisedRows[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

describe("revising in another process", () => {
  test("answers the same as here, and a small text is revised here", async () => {
    for (const text of [LONG, LONG.slice(0, 500)]) {
      const [here, there] = [revise(revising(text)), await reviseSafely(revising(text))];
      expect(there.revised).toEqual(here.revised);
      expect(there.revised).toMatchObject({ ok: true, length: text.length + 2, placed: 1, queued: 0 });
      expect(await all(there.rows)).toEqual(await all(here.rows));
      // Nobody has started a process for the small one.
      if (text !== LONG) expect(shared.kikitoriReaderPool).toBeUndefined();
      shared.kikitoriReaderPool?.close();
      shared.kikitoriReaderPool = undefined;
    }
  });

  test("proposes the same places as here", async () => {
    const to = { id: versionId, text: LONG.replaceAll("静かな", "穏やかな"), redactions: "[]" };
    const older = [{ id: olderId, text: LONG, redactions: "[]" }];
    const start = LONG.indexOf("海が静かな日");
    const about = { to, older, ranges: [{ versionId: olderId, start, end: start + 6 }] };
    const [proposal, ...others] = await proposeSafely(about);
    expect(others).toEqual([]);
    expect([proposal]).toEqual(propose(about));
    expect(proposal?.score).toBeGreaterThan(0.5);
  });

  test("leaves this process to others", async () => {
    const [turns] = await turnsDuring(reviseSafely(revising(LONG.repeat(5))));
    expect(turns).toBeGreaterThan(1000);
  });
});

describe("a long transcript", () => {
  let a: StudyFixture;
  let coder: StudyScope;
  let transcript: { id: string; versionId: string };
  beforeEach(async () => {
    ({ a } = await buildFixture());
    coder = await offlineScope(a.members.coder.userId, a.studyId);
    transcript = { id: randomUUID(), versionId: randomUUID() };
    await addTranscript(coder, {
      ...draft(LONG),
      ...{ eventId: randomUUID(), ...transcript, title: "長い話", language: "ja" },
      interviewId: a.interviewId,
      pairWith: null,
    });
  });

  const draft = (text: string) =>
    draftOf(parseReading({ kind: "lines", text }, importChoices().reading), [], () => null);
  const standing = async () => ({
    versions: await prisma().transcriptVersion.findMany({ where: { transcriptId: transcript.id } }),
    speakers: await prisma().speaker.findMany({ where: { transcriptId: transcript.id } }),
    segments: await prisma().segment.findMany({ where: { transcriptId: transcript.id } }),
    events: await prisma().historyEvent.count({ where: { studyId: a.studyId } }),
  });
  const step = () => ({
    ...{
      eventId: randomUUID(),
      transcriptId: transcript.id,
      fromVersionId: transcript.versionId,
      reason: "",
    },
  });

  test("is stopped with words, and nothing is changed", async () => {
    shared.kikitoriReaderPool = new ReaderPool({ ...BOUNDS, time: 1 });
    const body = { detail: "revising_took_too_long" };
    const before = await standing();
    const another = draft(LONG.replaceAll("聞き手", "話者1"));
    for (const change of ["corrected", "replaced"] as const)
      await expect(correctTranscript(coder, { ...step(), draft: another, change })).rejects.toMatchObject({
        code: "too_large",
        body,
      });
    const edited = editTranscript(coder, {
      ...step(),
      edits: [[0, 0, "―"]],
      turns: [[0, 0, 10, 0, null, null]],
      speakers: [{ label: "聞き手", role: "interviewer" }],
    });
    await expect(edited).rejects.toMatchObject({ code: "too_large", body });
    expect(await standing()).toEqual(before);
  });

  test("is corrected in the other process as a small one is here", async () => {
    const quote = "海が静かな日のこと";
    const start = LONG.indexOf(quote);
    const place = { studyId: a.studyId, transcriptId: transcript.id, versionId: transcript.versionId };
    const words = { start, end: start + quote.length, quote, before: "", after: "" };
    await prisma().segment.create({ data: { id: segmentId, coderId: coder.userId, ...place, ...words } });
    const gone = draft(LONG.replace("静かな日", "荒れた日"));
    const made = await correctTranscript(coder, { ...step(), draft: gone, change: "corrected" });
    expect(made).toMatchObject({ number: 2, placed: 0, queued: 1 });
    const { segments } = await queueOf(coder, transcript.id);
    expect(segments).toMatchObject([{ id: segmentId, proposal: { start: expect.any(Number) } }]);
    const back = { ...step(), fromVersionId: made.versionId };
    const again = await correctTranscript(coder, { ...back, draft: draft(LONG), change: "replaced" });
    expect(again).toMatchObject({ number: 3, placed: 1, queued: 0 });
  });
});
