import { beforeAll, expect, test } from "vitest";
import { countsBy, countUnits, wordStarts } from "@/lib/domain/text";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { addSector } from "@/lib/server/people/mutations";
import { emailOf } from "@/seeds/human-security/accounts";
import { codebook } from "@/seeds/human-security/codebook";
import type { SampleCode } from "@/seeds/human-security/codebook/types";
import { findings } from "@/seeds/human-security/findings";
import { readInterviews } from "@/seeds/human-security/interviews";
import { loadSample } from "@/seeds/load";
import { removeSample } from "@/seeds/remove";

let studyId = "";

beforeAll(async () => {
  const first = await loadSample();
  expect(first.loaded).toBe(true);
  studyId = first.studyId;
});

async function counts() {
  const where = { studyId };
  const [interviewees, transcripts, segments, codings, events] = await Promise.all([
    prisma().interviewee.count({ where }),
    prisma().transcript.count({ where }),
    prisma().segment.count({ where }),
    prisma().coding.count({ where }),
    prisma().historyEvent.count({ where }),
  ]);
  return { interviewees, transcripts, segments, codings, events };
}

async function textOf(versionId: string): Promise<string> {
  const lines = await prisma().paragraph.findMany({ where: { versionId }, orderBy: { ordinal: "asc" } });
  return lines.map((line) => line.text).join("");
}

test("loading twice is the same as once", async () => {
  const before = await counts();
  expect(before).toMatchObject({ interviewees: 10, transcripts: 16 });
  expect(await loadSample()).toEqual({ studyId, loaded: false });
  expect(await counts()).toEqual(before);
});

test("each English transcript has 1,800 words or more, and each Japanese one is of full length", async () => {
  const versions = await prisma().transcriptVersion.findMany({
    where: { transcript: { studyId, kind: "interview" } },
    include: { transcript: true },
  });
  expect(versions.map((version) => version.transcript.language).sort()).toEqual([
    ...Array(10).fill("en"),
    ...Array(3).fill("ja"),
  ]);
  for (const { id, length, transcript } of versions) {
    const text = await textOf(id);
    expect(text.length).toBe(length);
    const units = countUnits(wordStarts(text, transcript.language), { start: 0, end: length });
    expect(units, `${transcript.title} by ${countsBy(transcript.language)}`).toBeGreaterThanOrEqual(
      transcript.language === "en" ? 1800 : 3600,
    );
  }
});

test("the turns of a pair are aligned one to one, with the same kind of speaker", async () => {
  const pairs = await prisma().transcript.groupBy({
    by: ["pairId"],
    where: { studyId, pairId: { not: null } },
    _count: true,
  });
  expect(pairs.map((pair) => pair._count)).toEqual([2, 2, 2]);
  for (const { pairId } of pairs) {
    const [first, second] = await prisma()
      .turn.findMany({
        where: { version: { transcript: { pairId } } },
        include: { speaker: true, version: { include: { transcript: true } } },
        orderBy: { align: "asc" },
      })
      .then((turns) =>
        ["en", "ja"].map((language) =>
          turns
            .filter((turn) => turn.version.transcript.language === language)
            .map((turn) => [turn.align, turn.speaker?.role, turn.atMs]),
        ),
      );
    expect(first?.length).toBeGreaterThan(30);
    expect(second).toEqual(first);
  }
});

test("three sources stand beside the interviews, each of a kind, a page long, and coded by both coders", async () => {
  const sources = await prisma().transcript.findMany({
    where: { studyId, kind: { not: "interview" } },
    include: { versions: true, segments: true, speakers: true },
    orderBy: { kind: "asc" },
  });
  expect(sources.map(({ kind, title, interviewId }) => [kind, title, interviewId])).toEqual([
    ["document", "Human Security (Official Development Assistance)", null],
    ["record", "Diet record", null],
    ["report", "White papers and corporate reports", null],
  ]);
  expect(sources[0]).toMatchObject({ publisher: "Ministry of Foreign Affairs of Japan" });
  expect(sources[0]?.date?.toISOString().slice(0, 10)).toBe("2021-03-22");
  for (const { title, versions, segments, speakers } of sources) {
    const text = await textOf(versions[0]?.id ?? "");
    const words = countUnits(wordStarts(text, "en"), { start: 0, end: text.length });
    expect(words, title).toBeGreaterThan(300);
    expect(text).toContain("our own words");
    expect(speakers).toEqual([]);
    expect(new Set(segments.map(({ coderId }) => coderId)).size, title).toBe(2);
    for (const { start, end, quote } of segments) expect(text.slice(start, end)).toBe(quote);
  }
});

test("every segment of an interview lies in words of the interviewee, and quotes them", async () => {
  const segments = await prisma().segment.findMany({
    where: { studyId, transcript: { kind: "interview" } },
  });
  const texts = new Map<string, string>();
  for (const { versionId, start, end, quote } of segments) {
    if (!texts.has(versionId)) texts.set(versionId, await textOf(versionId));
    expect(texts.get(versionId)?.slice(start, end)).toBe(quote);
    const turns = await prisma().turn.findMany({
      where: { versionId, start: { lt: end }, end: { gt: start } },
      include: { speaker: true },
    });
    expect(turns.map((turn) => turn.speaker?.role)).toEqual(["interviewee"]);
  }
});

test("two excerpts ask for no number: what no other interviewee says", async () => {
  const marked = await prisma().segment.findMany({
    where: { studyId, permission: { not: null } },
    select: { quote: true, permission: true },
  });
  expect(new Set(marked.map((segment) => segment.permission))).toEqual(new Set(["sector"]));
  expect(new Set(marked.map((segment) => segment.quote)).size).toBe(2);
});

test("every code is defined for coders: what it is, when to use it, when not, and both kinds of example", () => {
  const walk = (codes: SampleCode[]): SampleCode[] =>
    codes.flatMap((code) => [code, ...walk(code.children ?? [])]);
  const all = walk(codebook);
  for (const code of all) {
    for (const text of [
      code.definition,
      code.whenToUse,
      code.whenNotToUse,
      code.example,
      code.counterExample,
    ]) {
      expect(text.length, code.name).toBeGreaterThan(20);
    }
  }
  const keys = all.flatMap((code) => code.shortcut ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

test("an example that teaches a code is nowhere in the transcripts, where it would give the answer away", () => {
  const said = readInterviews()
    .flatMap(({ turns }) => turns.map((turn) => turn.en))
    .join("\n");
  const walk = (codes: SampleCode[]): SampleCode[] =>
    codes.flatMap((code) => [code, ...walk(code.children ?? [])]);
  for (const { example } of walk(codebook)) expect(said).not.toContain(example.replace(/[“”]/g, ""));
});

test("the findings lie inside what the published study says of their number", () => {
  expect(findings).toHaveLength(34);
  for (const { id, interviewees, bounds } of findings.filter((finding) => finding.bounds)) {
    expect(interviewees.length, id).toBeGreaterThanOrEqual(bounds?.min ?? 0);
    expect(interviewees.length, id).toBeLessThanOrEqual(bounds?.max ?? 10);
    expect(interviewees, id).toEqual(expect.arrayContaining(bounds?.mustInclude ?? []));
  }
});

test("nobody's name is kept, and no password opens a sample account", async () => {
  expect(await prisma().intervieweeName.count()).toBe(0);
  const users = await prisma().user.findMany({ where: { sample: true } });
  expect(users.map((user) => user.email)).toContain(emailOf("lead"));
  expect(users.every((user) => user.passwordHash === null)).toBe(true);
});

test("a load that was broken off is made whole", async () => {
  const whole = await counts();
  const last = await prisma().historyEvent.findFirstOrThrow({ where: { studyId, kind: "sample.loaded" } });
  await prisma().historyEvent.delete({ where: { id: last.id } });
  const lost = await prisma().transcript.findFirstOrThrow({ where: { studyId, title: "Interviewee 9" } });
  await prisma().segment.deleteMany({ where: { transcriptId: lost.id } });
  await prisma().historyEvent.deleteMany({ where: { transcriptId: lost.id } });
  await prisma().transcript.delete({ where: { id: lost.id } });
  expect(await loadSample()).toEqual({ studyId, loaded: true });
  expect(await counts()).toEqual(whole);
});

/** As though the sample had been loaded from other content. */
async function pretendOther(): Promise<void> {
  const event = await prisma().historyEvent.findFirstOrThrow({ where: { studyId, kind: "sample.loaded" } });
  await prisma().historyEvent.delete({ where: { id: event.id } });
  await prisma().historyEvent.create({ data: { ...event, before: undefined, after: "another" } });
}

/** For a load of the whole sample, on a machine that is busy with other tests, in milliseconds. */
const WHOLE_LOAD = 60_000;

test(
  "a sample of other content is loaded anew if nobody has worked in it, and kept if somebody has",
  async () => {
    const whole = await counts();
    await pretendOther();
    expect(await loadSample()).toEqual({ studyId, loaded: true });
    expect(await counts()).toEqual(whole);

    await pretendOther();
    const lead = await prisma().membership.findFirstOrThrow({ where: { studyId, role: "lead" } });
    const scope = await offlineScope(lead.userId, studyId);
    await addSector(scope, { eventId: crypto.randomUUID(), studyId, id: crypto.randomUUID(), name: "市民" });
    expect(await loadSample()).toEqual({ studyId, loaded: false });
    expect(await prisma().sector.count({ where: { studyId } })).toBe(7);
  },
  WHOLE_LOAD,
);

test("erasing leaves nothing behind", async () => {
  await removeSample(studyId);
  expect(await counts()).toEqual({ interviewees: 0, transcripts: 0, segments: 0, codings: 0, events: 0 });
});
