import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { difference } from "@/lib/domain/revision";
import type { CorrectionInput } from "@/lib/schemas/revisions";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import * as actions from "@/lib/server/revisions/actions";
import { loadQueue, loadVersions } from "@/lib/server/revisions/loaders";
import { correctTranscript } from "@/lib/server/revisions/mutations";
import { asking } from "@/tests/support/asking";
import { buildFixture, type StudyFixture, TURNS } from "@/tests/support/fixture";

let a: StudyFixture;
beforeEach(async () => {
  a = (await buildFixture()).a;
  asking.as = a.members.coder;
});

const QUESTION = TURNS[0].text;

/** The fixture's text after an edit, with both turns as they are: the question's line, then the answer. */
function correction(after: string, fields: Partial<CorrectionInput> = {}): CorrectionInput {
  const middle = after.indexOf("\n") + 1;
  return {
    eventId: randomUUID(),
    transcriptId: a.transcriptId,
    fromVersionId: a.versionId,
    reason: "",
    edits: difference(a.text, after).map(({ start, end, insert }) => [start, end, insert]),
    turns: [
      [0, 0, middle, 0, null, null],
      [middle, middle, after.length, 1, 2_000, null],
    ],
    speakers: TURNS.map(({ label }, index) => ({ label, role: index === 0 ? "interviewer" : "interviewee" })),
    ...fields,
  };
}

async function correct(after: string, fields: Partial<CorrectionInput> = {}) {
  const result = await actions.correctInPlace(correction(after, fields));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const segment = (id = a.segmentId) => prisma().segment.findUniqueOrThrow({ where: { id } });
const textOf = async (versionId: string) =>
  (await prisma().paragraph.findMany({ where: { versionId }, orderBy: { ordinal: "asc" } }))
    .map(({ text }) => text)
    .join("");
const versions = () =>
  prisma().transcriptVersion.findMany({
    where: { transcriptId: a.transcriptId },
    orderBy: { number: "asc" },
  });

async function addSegment(quote: string, fields: { coderId?: string; deletedAt?: Date } = {}) {
  const start = a.text.indexOf(quote);
  const row = { id: randomUUID(), studyId: a.studyId, transcriptId: a.transcriptId, versionId: a.versionId };
  const place = { start, end: start + quote.length, quote, before: a.text.slice(0, start), after: "" };
  await prisma().segment.create({ data: { coderId: a.members.coder.userId, ...row, ...place, ...fields } });
  return row.id;
}

describe("a correction", () => {
  it("makes a new current version with its paragraphs, turns and passages, and one event", async () => {
    const after = a.text.replace("Freedom", "The freedom").replace("何だ", "何なのだ");
    const made = await correct(after, { reason: "Heard again" });
    expect(made).toMatchObject({ number: 2, change: "corrected" });
    expect(await versions()).toMatchObject([
      { id: a.versionId, number: 1, current: false },
      {
        id: made.versionId,
        number: 2,
        current: true,
        length: after.length,
        reason: "Heard again",
        createdById: a.members.coder.userId,
      },
    ]);
    expect(await textOf(made.versionId)).toBe(after);
    const turns = await prisma().turn.findMany({
      where: { versionId: made.versionId },
      orderBy: { ordinal: "asc" },
      include: { speaker: true },
    });
    expect(turns.map(({ speaker }) => speaker?.label)).toEqual(TURNS.map(({ label }) => label));
    expect(turns[1]).toMatchObject({ atMs: 2_000, speaker: { intervieweeId: a.intervieweeId } });
    const passages = await prisma().passage.findMany({ where: { versionId: made.versionId } });
    expect(passages).toMatchObject([{ questionId: a.questionId, start: 0, end: after.length }]);
    const events = await prisma().historyEvent.findMany({ where: { studyId: a.studyId } });
    expect(events).toMatchObject([{ kind: "transcript.correct", transcriptId: a.transcriptId, seq: 1n }]);
  });

  it("moves segments whose words it leaves alone, deleted ones too, and renews their context", async () => {
    const gone = await addSegment("from fear", { deletedAt: new Date() });
    const after = a.text.replace(QUESTION, `${QUESTION.trimEnd()}本当に。\n`);
    const made = await correct(after);
    expect(made).toMatchObject({ placed: 1, queued: 0 });
    const row = await segment();
    expect(row).toMatchObject({ versionId: made.versionId, quote: a.segment.quote });
    expect(after.slice(row.start, row.end)).toBe(a.segment.quote);
    expect(row.before).toBe(after.slice(row.start - 32 < 0 ? 0 : row.start - 32, row.start));
    expect(await segment(gone)).toMatchObject({ versionId: made.versionId, quote: "from fear" });
  });

  it("leaves on its version what has no certain place, and takes it back when the words are restored", async () => {
    const after = a.text.replace("Freedom from fear", "Freedom and fear");
    const made = await correct(after);
    expect(made).toMatchObject({ placed: 0, queued: 1 });
    expect(await segment()).toMatchObject({
      versionId: a.versionId,
      quote: a.segment.quote,
      deletedAt: null,
    });
    const restored = await actions.restoreVersion({
      eventId: randomUUID(),
      transcriptId: a.transcriptId,
      fromVersionId: made.versionId,
      versionId: a.versionId,
      reason: "",
    });
    expect(restored).toMatchObject({
      ok: true,
      value: { number: 3, change: "restored", placed: 1, queued: 0 },
    });
    const row = await segment();
    expect(row.versionId).not.toBe(a.versionId);
    expect(await textOf(row.versionId)).toBe(a.text);
    expect(a.text.slice(row.start, row.end)).toBe(row.quote);
  });

  it("sent twice, or twice at once, is one version", async () => {
    const input = correction(a.text.replace("Freedom", "freedom"));
    const answers = await Promise.all([1, 2, 3].map(() => actions.correctInPlace(input)));
    answers.push(await actions.correctInPlace(input));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await versions()).toHaveLength(2);
  });

  it("by two people at once: the second is told of the newer version, and nothing of it is stored", async () => {
    const made = await correct(a.text.replace("Freedom", "freedom"));
    asking.as = a.members.lead;
    const late = await actions.correctInPlace(correction(a.text.replace("fear", "want")));
    expect(late).toEqual({
      ok: false,
      error: { code: "stale", values: { versionId: made.versionId, number: 2 } },
    });
    expect(await versions()).toHaveLength(2);
  });

  it("that contradicts itself is refused", async () => {
    const wrong = [
      correction(a.text, { edits: [[5, 2, "x"]] }),
      correction(a.text, { edits: [[0, 10_000, "x"]] }),
      correction(a.text, { turns: [[0, 0, 10_000, 0, null, null]] }),
      correction(a.text, { turns: [[0, 0, 5, 7, null, null]] }),
    ];
    for (const input of wrong)
      expect(await actions.correctInPlace(input)).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(await versions()).toHaveLength(1);
  });

  it("by another transcription finds the words again, and queues what is not there", async () => {
    const kept = await addSegment("حرية");
    const text = `聞き手：では安全とは何だと思いますか？\n協力者：そうですね。🍊 Freedom from fear, égalité, حرية.\n`;
    const line = text.indexOf("\n") + 1;
    const scope = await offlineScope(a.members.lead.userId, a.studyId);
    const made = await correctTranscript(scope, {
      eventId: randomUUID(),
      transcriptId: a.transcriptId,
      fromVersionId: a.versionId,
      change: "replaced",
      reason: "",
      draft: {
        text,
        turns: [
          { start: 0, bodyStart: 4, end: line, speaker: 0, atMs: null, align: null },
          { start: line, bodyStart: line + 4, end: text.length, speaker: 1, atMs: null, align: null },
        ],
        points: [],
        passages: [],
        speakers: TURNS.map(({ label }, index) => ({
          label,
          aliases: [],
          role: index === 0 ? "interviewer" : "interviewee",
          intervieweeId: index === 0 ? null : a.intervieweeId,
        })),
      },
    });
    expect(made).toMatchObject({ change: "replaced", placed: 2, queued: 0 });
    for (const id of [kept, a.segmentId]) {
      const row = await segment(id);
      expect(text.slice(row.start, row.end)).toBe(row.quote);
    }
    expect(await prisma().passage.count({ where: { versionId: made.versionId } })).toBe(1);
  });
});

describe("the queue", () => {
  const queue = () => loadQueue({ transcriptId: a.transcriptId });
  const changed = () => a.text.replace("Freedom from fear", "Freedom from all fear");

  it("shows the words, their codes, and where they most likely belong, to their coder and to leads", async () => {
    await addSegment("from fear", { coderId: a.members.lead.userId });
    await correct(changed());
    const own = await queue();
    expect(own).toMatchObject({ total: 1 });
    expect(own.segments).toMatchObject([
      { id: a.segmentId, mine: true, quote: a.segment.quote, number: 1, codes: [{ name: "Fear" }] },
    ]);
    expect(own.segments[0]?.proposal).toMatchObject({ quote: "🍊 Freedom from all fear" });
    expect(own.segments[0]?.proposal?.score).toBeGreaterThan(0.8);
    asking.as = a.members.lead;
    expect(await queue()).toMatchObject({ total: 2 });
  });

  async function decide(decision: object, segmentId = a.segmentId, eventId = randomUUID()) {
    return actions.decideSegment({ eventId, segmentId, decision: decision as never });
  }

  it("is decided by taking the proposal, once", async () => {
    const made = await correct(changed());
    const { segments, versionId } = await queue();
    const { start, end, quote } = segments[0]?.proposal ?? { start: 0, end: 0, quote: "" };
    const decision = { kind: "place", versionId, start, end, quote };
    const eventId = randomUUID();
    const first = await decide(decision, a.segmentId, eventId);
    expect(first).toMatchObject({ ok: true });
    expect(await decide(decision, a.segmentId, eventId)).toEqual(first);
    expect(await decide(decision)).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await segment()).toMatchObject({ versionId: made.versionId, quote: "🍊 Freedom from all fear" });
    expect(await queue()).toMatchObject({ total: 0 });
  });

  it("is decided by giving up, which can be undone", async () => {
    await correct(changed());
    expect(await decide({ kind: "give_up" })).toMatchObject({ ok: true });
    expect((await segment()).deletedAt).not.toBeNull();
    expect(await prisma().coding.count({ where: { segmentId: a.segmentId, deletedAt: null } })).toBe(0);
  });

  it("takes no place on a text that the person has not seen, nor with other words, nor from others", async () => {
    const made = await correct(changed());
    const { start, end } = a.segment;
    const quote = changed().slice(start, end);
    const old = { kind: "place", versionId: a.versionId, start, end, quote: a.segment.quote };
    expect(await decide(old)).toMatchObject({ ok: false, error: { code: "stale" } });
    const wrong = { kind: "place", versionId: made.versionId, start, end, quote: "other words" };
    expect(await decide(wrong)).toMatchObject({ ok: false, error: { code: "invalid" } });
    const theirs = await addSegment("from fear", { coderId: a.members.owner.userId });
    const right = { kind: "place", versionId: made.versionId, start, end, quote };
    expect(await decide(right, theirs)).toMatchObject({ ok: false, error: { code: "forbidden" } });
    asking.as = a.members.lead;
    expect(await decide(right, theirs)).toMatchObject({ ok: true });
  });

  it("joins a segment with the coder's own that has the same range already", async () => {
    const made = await correct(changed());
    const words = "Freedom from all fear";
    const start = changed().indexOf(words);
    const place = { start, end: start + words.length, quote: words };
    const standing = await prisma().segment.create({
      data: {
        id: randomUUID(),
        studyId: a.studyId,
        transcriptId: a.transcriptId,
        versionId: made.versionId,
        coderId: a.members.coder.userId,
        before: "",
        after: "",
        ...place,
      },
    });
    expect(await decide({ kind: "place", versionId: made.versionId, ...place })).toMatchObject({ ok: true });
    expect((await segment()).deletedAt).not.toBeNull();
    const codings = await prisma().coding.findMany({ where: { segmentId: standing.id, deletedAt: null } });
    expect(codings.map(({ codeId }) => codeId)).toEqual([a.codeId]);
  });
});

it("versions are listed with who made them and why", async () => {
  await correct(a.text.replace("Freedom", "freedom"), { reason: "Small letter" });
  const { versions: listed } = await loadVersions({ transcriptId: a.transcriptId });
  expect(listed).toMatchObject([
    { number: 2, current: true, change: "corrected", reason: "Small letter", by: "coder", guarded: false },
    { number: 1, current: false, change: "added", by: null },
  ]);
});
