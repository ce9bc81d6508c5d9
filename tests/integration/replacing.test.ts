import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { draftOf, parseReading } from "@/lib/domain/transcript";
import type { ImportChoices } from "@/lib/schemas/imports";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { batchOf, openBatches, originalsOfTranscript } from "@/lib/server/imports/data";
import {
  addUploads,
  claim,
  keepBatchChoices,
  openBatch,
  replaceText,
  storeUpload,
  type Worker,
} from "@/lib/server/imports/mutations";
import { queueOf } from "@/lib/server/revisions/data";
import { correctTranscript, redact } from "@/lib/server/revisions/mutations";
import { listTranscripts } from "@/lib/server/transcripts/data";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { truncateAll } from "@/tests/support/database";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { importChoices } from "@/tests/support/imports/batch";
import { reaches, send, startWorker, uploadRow } from "@/tests/support/imports/files";

/** A talk in Japanese, as it was first written down. */
const SAID = [
  ["聞き手", "お住まいの町で、安全とは何だと思いますか。"],
  ["森", "夜に一人で歩いて帰れることだと思います。街灯が増えてから、だいぶ変わりました。"],
  ["聞き手", "それは誰にとっての安全ですか。"],
  ["森", "子どもと年寄りです。👵🏽 とくに、が一人で暮らす人のことを考えます。"],
  ["聞き手", "役所は何をしていますか。"],
  ["森", "見回りの人を頼んでいます。ただ、週に二回では足りません。"],
  ["聞き手", "足りないときは、どうしますか。"],
  ["森", "近所で声を掛け合います。二十年前からずっとそうしてきました。"],
  ["森", "これからも続けたいですが、人が減りました。"],
] as const;

/** The same talk, heard again by somebody else: other labels, times, fillers, other spellings and marks. */
const HEARD = [
  ["00:00:01", "話者1", "お住まいの町で、安全とはなんだと思いますか？"],
  [
    "00:00:09",
    "話者2",
    "えーと、夜に一人で歩いて帰れることだと思います。街灯がふえてから、だいぶ変わりました。",
  ],
  ["00:00:21", "話者1", "それはだれにとっての安全ですか？"],
  ["00:00:25", "話者2", "子どもとお年寄りです。👵🏽 特に、が一人で暮らす人のことを考えます。"],
  ["00:00:38", "話者1", "役所は何をしていますか？"],
  ["00:00:41", "話者2", "見回りの人を頼んでいます。ただ、週に二回では足りません。"],
  ["00:00:50", "話者1", "足りない時は、どうしますか？"],
  [
    "00:00:53",
    "話者2",
    "近所で声をかけ合います。二十年前からずっとそうしてきました。これからも続けたいですが、人がへりました。",
  ],
] as const;

const first = SAID.map(([label, words]) => `${label}：${words}\n`).join("");
const again = HEARD.map(([time, label, words]) => `[${time}] ${label}：${words}\n`).join("");
const KNOWN = [
  { label: "話者1", into: "聞き手" },
  { label: "話者2", into: "森" },
];

let a: StudyFixture;
let coder: StudyScope;
let transcript: { id: string; versionId: string };
const workers: Worker[] = [];

beforeEach(async () => {
  ({ a } = await buildFixture());
  coder = await offlineScope(a.members.coder.userId, a.studyId);
  const [id, versionId] = [randomUUID(), randomUUID()];
  transcript = { id, versionId };
  const parsed = parseReading(
    { kind: "lines", text: first },
    { ...importChoices().reading, roles: [{ label: "森", role: "interviewee" }] },
  );
  await addTranscript(coder, {
    ...draftOf(parsed, [], () => a.intervieweeId),
    ...{ eventId: randomUUID(), id, versionId, title: "町の安全", language: "ja" },
    interviewId: a.interviewId,
    pairWith: null,
  });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await truncateAll();
});

async function mark(quote: string): Promise<string> {
  const start = first.indexOf(quote);
  const row = { id: randomUUID(), studyId: a.studyId, transcriptId: transcript.id };
  await prisma().segment.create({
    data: {
      ...row,
      ...{ versionId: transcript.versionId, coderId: coder.userId, start, end: start + quote.length },
      ...{ quote, before: first.slice(Math.max(0, start - 32), start), after: "" },
    },
  });
  return row.id;
}

/** A file that has been read, in a batch that was opened for the text. */
async function readFor(text: string, transcriptId = transcript.id): Promise<{ batchId: string; id: string }> {
  const { id: batchId } = await openBatch(coder, randomUUID(), transcriptId);
  const id = await send(coder, batchId, { name: "again.txt", text });
  const worker = startWorker();
  await reaches(id, "read");
  await worker.stop();
  return { batchId, id };
}

const say = (uploadId: string, choices: Partial<ImportChoices> = {}, fields: object = {}) =>
  replaceText(coder, {
    ...{ uploadId, transcriptId: transcript.id, fromVersionId: transcript.versionId, reason: "Heard again" },
    choices: importChoices({ known: KNOWN, ...choices }),
    ...fields,
  });

function work(): void {
  workers.push(startWorker());
}

const versions = () =>
  prisma().transcriptVersion.findMany({
    where: { transcriptId: transcript.id },
    orderBy: { number: "asc" },
  });
const segment = (id: string) => prisma().segment.findUniqueOrThrow({ where: { id } });
const textOf = async (versionId: string) =>
  (await prisma().paragraph.findMany({ where: { versionId }, orderBy: { ordinal: "asc" } }))
    .map(({ text }) => text)
    .join("");

describe("another transcription", () => {
  test("with many small differences: keeps what has its words, queues the rest with its likely place", async () => {
    const kept = ["歩いて帰れること", "👵🏽", "週に二回では足りません", "二十年前からずっとそうしてきました"];
    const changed = ["街灯が増えてから", "声を掛け合います", "人が減りました"];
    const keptIds = await Promise.all(kept.map(mark));
    const changedIds = await Promise.all(changed.map(mark));
    const before = await prisma().speaker.findMany({ where: { transcriptId: transcript.id } });
    const { id } = await readFor(again);
    await say(id);
    work();
    await reaches(id, "stored");

    const [old, now, ...more] = await versions();
    expect(more).toEqual([]);
    expect(old).toMatchObject({ id: transcript.versionId, current: false });
    expect(now).toMatchObject({ current: true, change: "replaced", reason: "Heard again", number: 2 });
    const text = await textOf(now?.id ?? "");
    for (const [index, segmentId] of keptIds.entries()) {
      const row = await segment(segmentId);
      expect(row).toMatchObject({ versionId: now?.id, deletedAt: null, quote: kept[index] });
      expect(text.slice(row.start, row.end)).toBe(kept[index]);
    }
    for (const segmentId of changedIds)
      expect(await segment(segmentId)).toMatchObject({ versionId: transcript.versionId, deletedAt: null });
    const { segments, total } = await queueOf(coder, transcript.id);
    expect(total).toBe(changed.length);
    expect(segments.map(({ proposal }) => proposal?.quote)).toEqual([
      "街灯がふえてから",
      "声をかけ合います",
      "人がへりました",
    ]);

    // Those who spoke are the same people, under the labels that they had.
    const speakers = await prisma().speaker.findMany({ where: { transcriptId: transcript.id } });
    expect(speakers.map((each) => each.id).sort()).toEqual(before.map((each) => each.id).sort());
    const turns = await prisma().turn.findMany({
      where: { versionId: now?.id ?? "" },
      orderBy: { ordinal: "asc" },
      include: { speaker: true },
    });
    expect(turns.map(({ speaker }) => speaker?.label)).toEqual(
      HEARD.map(([, label]) => (label === "話者1" ? "聞き手" : "森")),
    );
    expect(turns[1]?.speaker).toMatchObject({ role: "interviewee", intervieweeId: a.intervieweeId });
    expect(turns[3]?.atMs).toBe(25_000);
    const lead = await offlineScope(a.members.lead.userId, a.studyId);
    const files = await originalsOfTranscript(lead, transcript.id);
    expect(files).toMatchObject([{ id, name: "again.txt", versionId: now?.id }]);
    expect(await originalsOfTranscript(coder, transcript.id)).toEqual([]);
  });

  test("that is wholly different: every segment waits, none is dropped", async () => {
    const ids = await Promise.all(["歩いて帰れること", "役所は何をしていますか", "人が減りました"].map(mark));
    const gone = await mark("二十年前");
    await prisma().segment.update({ where: { id: gone }, data: { deletedAt: new Date() } });
    const { id } = await readFor(
      "Q: Tell me of the harbour.\nA: Boats, mostly. Ropes. حبال.\nQ: And then?\nA: Nets.\n",
    );
    await say(id, { known: [] });
    work();
    await reaches(id, "stored");
    for (const segmentId of ids)
      expect(await segment(segmentId)).toMatchObject({ versionId: transcript.versionId, deletedAt: null });
    expect(await queueOf(coder, transcript.id)).toMatchObject({ total: ids.length });
    expect(await segment(gone)).toMatchObject({ versionId: transcript.versionId });
    // Those who speak no longer are kept for the older version, and are not counted.
    expect(await prisma().speaker.count({ where: { transcriptId: transcript.id } })).toBe(4);
    const listed = (await listTranscripts(coder)).find((each) => each.id === transcript.id);
    expect(listed?.speakers).toBe(2);
  });

  test("brings no hidden name back, in its words or its labels", async () => {
    const lead = await offlineScope(a.members.lead.userId, a.studyId);
    const at = first.indexOf("役所");
    const places = [
      { ...transcript, transcriptId: transcript.id, ranges: [[at, at + 2]] as [number, number][] },
    ];
    const hidden = await redact(lead, {
      ...{ eventId: randomUUID(), transcriptId: transcript.id, labels: true, places },
      ...{ words: "役所", pseudonym: "［機関］" },
    });
    const { id } = await readFor(`${again}[00:01:10] 役所：市の役所の者です。\n`);
    const reading = { ...importChoices().reading, accept: ["役所"] };
    await say(id, { reading }, { fromVersionId: hidden.versionId });
    work();
    await reaches(id, "stored");
    const now = (await versions()).at(-1);
    const text = await textOf(now?.id ?? "");
    expect(text).toContain("［機関］は何をしていますか？");
    expect(text).not.toContain("役所");
    const labels = await prisma().speaker.findMany({ where: { transcriptId: transcript.id } });
    expect(labels.map(({ label }) => label).sort()).toEqual(["森", "聞き手", "［機関］"].sort());
  });
});

describe("replacing", () => {
  test("is refused by a text that was corrected meanwhile; the file is kept, and placed once more", async () => {
    const { id } = await readFor(again);
    const parsed = parseReading({ kind: "lines", text: `${first}聞き手：ありがとうございました。\n` });
    const corrected = await correctTranscript(coder, {
      ...{ eventId: randomUUID(), transcriptId: transcript.id, fromVersionId: transcript.versionId },
      draft: draftOf(parsed, [], () => null),
      ...{ change: "corrected" as const, reason: "" },
    });
    await say(id);
    work();
    await reaches(id, "failed");
    expect(await uploadRow(id)).toMatchObject({ problem: "text_newer" });
    expect((await uploadRow(id)).reading).not.toBeNull();
    expect(await versions()).toHaveLength(2);
    await say(id, {}, { fromVersionId: corrected.versionId });
    await reaches(id, "stored");
    expect((await versions()).map(({ change }) => change)).toEqual(["added", "corrected", "replaced"]);
  });

  test("is done once, though a server ends before it can say so, and however often it is asked for", async () => {
    const { id } = await readFor(again);
    await say(id);
    expect(await say(id)).toBeNull();
    const job = await claim(30_000);
    if (!job) throw new Error("nothing waits");
    expect(await storeUpload(job, coder)).toEqual({ status: "stored", transcriptId: transcript.id });
    expect(await storeUpload(job, coder)).toEqual({ status: "stored", transcriptId: transcript.id });
    expect(await versions()).toHaveLength(2);
  });

  test("is of the text for which the batch was opened, and the batch adds nothing", async () => {
    const { batchId, id } = await readFor(again);
    await expect(say(id, {}, { transcriptId: a.transcriptId })).rejects.toMatchObject({ code: "not_found" });
    expect(await addUploads(coder, batchId, [{ id, choices: importChoices() }])).toEqual({ uploads: [] });
    await keepBatchChoices(coder, batchId, { language: "en" });
    expect(await batchOf(coder, batchId)).toMatchObject({ replaces: transcript.id });
    expect(await openBatches(coder)).toContainEqual(
      expect.objectContaining({ id: batchId, replaces: transcript.id }),
    );
    await expect(openBatch(coder, batchId)).rejects.toMatchObject({ code: "conflict" });
    // A batch of files to be added replaces nothing.
    const other = await openBatch(coder, randomUUID());
    const added = await send(coder, other.id);
    await expect(say(added)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is not for those who may no longer correct", async () => {
    const { id } = await readFor(again);
    await say(id);
    const job = await claim(30_000);
    if (!job) throw new Error("nothing waits");
    const viewer = await offlineScope(a.members.viewer.userId, a.studyId);
    await expect(storeUpload(job, viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await versions()).toHaveLength(1);
  });
});
