import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Permission } from "@/lib/domain/permission";
import { CodingsPayload } from "@/lib/schemas/coding";
import { ExcerptDownload, ExcerptFilter } from "@/lib/schemas/excerpts";
import { SearchAsked } from "@/lib/schemas/search";
import { offlineScope } from "@/lib/server/access/offline";
import { listExamples } from "@/lib/server/codebook/data";
import { addExample } from "@/lib/server/codebook/mutations";
import { codingsOf, codingsWithin } from "@/lib/server/coding/data";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { excerptCsv, excerptPage } from "@/lib/server/excerpts/data";
import { linkedSegments } from "@/lib/server/memos/data";
import { searchCsv } from "@/lib/server/search/data";
import { addBlindRound, addMember } from "@/tests/support/blind";
import { buildFixture, type Person, type StudyFixture } from "@/tests/support/fixture";

/**
 * What somebody withholds may not be quoted by anybody, whoever sees that they did: not by those who are blind to
 * it, who learn no more than that it may not.
 */

let a: StudyFixture;
let other: Person;
let own: { id: string; start: number; end: number };

/** Two code the same words, blind; the other one's segment lies within the fixture's coder's. */
beforeEach(async () => {
  ({ a } = await buildFixture());
  other = await addMember(a.studyId, "Other");
  own = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
  await addBlindRound(a, [a.members.coder, other]);
});

const scopeOf = ({ userId }: Person) => offlineScope(userId, a.studyId);

async function mark(permission: Permission | null) {
  const range = { start: own.start + 3, end: own.start + 5 };
  const id = randomUUID();
  const scope = await scopeOf(other);
  await applyOperations(scope, a.transcriptId, [
    {
      ...{ id: randomUUID(), kind: "apply", versionId: a.versionId, segmentId: id, ...range },
      quote: a.text.slice(range.start, range.end),
      codings: [{ id: randomUUID(), codeId: a.codeId }],
    },
  ]);
  await prisma().segment.update({ where: { id }, data: { permission } });
  return id;
}

async function whole(pieces: AsyncGenerator<string>) {
  let file = "";
  for await (const piece of pieces) file += piece;
  return file.trimEnd().split("\r\n");
}

async function waysOut(person: Person) {
  const scope = await scopeOf(person);
  const words = a.text.slice(own.start, own.end);
  const filter = ExcerptFilter.parse({ coders: a.members.coder.userId });
  const { rows } = await excerptPage(scope, filter, { limit: 5 });
  const lines = await whole(
    excerptCsv(scope, ExcerptDownload.parse({ studyId: a.studyId, coders: a.members.coder.userId })),
  );
  const found = await whole(await searchCsv(scope, SearchAsked.parse({ studyId: a.studyId, q: words })));
  return {
    screen: rows.map(({ quotable }) => quotable),
    file: lines.slice(1).map((line) => line.includes(words)),
    search: found.slice(1).map((line) => line.includes(words)),
    example: (await listExamples(scope)).map(({ withheld }) => !withheld),
    link: Object.values(await linkedSegments(scope, [a.segmentId])).map(({ quote }) => quote !== null),
  };
}

const all = (free: boolean) => ({
  screen: [free],
  file: [free],
  search: [free],
  example: [free],
  link: [free],
});

test.each([
  [null, true],
  ["sector", true],
  ["paraphrase", false],
  ["withheld", false],
] as const)(
  "words that another says are %s leave, where that is said unseen: %s",
  async (permission, free) => {
    await addExample(await scopeOf(a.members.owner), {
      ...{
        eventId: randomUUID(),
        id: randomUUID(),
        segmentId: a.segmentId,
        codeId: a.codeId,
        counter: false,
      },
    });
    expect(await waysOut(a.members.coder)).toEqual(all(true));
    await mark(permission);
    expect(await waysOut(a.members.coder)).toEqual(all(free));
    // Also to those who see that it was said.
    expect(await waysOut(a.members.owner)).toEqual({ ...all(free), link: [true] });
  },
);

test("the reader is told the paragraphs to keep in, and neither who said so, nor the place or the code", async () => {
  const read = async (person: Person) => {
    const { make } = await codingsOf(await scopeOf(person), a.transcriptId);
    return make();
  };
  const tagOf = async (person: Person) => (await codingsOf(await scopeOf(person), a.transcriptId)).tag;
  const before = await read(a.members.coder);
  const tag = await tagOf(a.members.coder);
  const hidden = await mark("number");
  expect(await read(a.members.coder)).toBe(before);
  expect(await tagOf(a.members.coder)).toBe(tag);
  await prisma().segment.update({ where: { id: hidden }, data: { permission: "withheld" } });
  const told = await read(a.members.coder);
  // A browser that has read them before reads them anew.
  expect(await tagOf(a.members.coder)).not.toBe(tag);
  const { withheld, ...rest } = CodingsPayload.parse(JSON.parse(told));
  expect({ ...rest, withheld: [] }).toEqual(CodingsPayload.parse(JSON.parse(before)));
  for (const mark of [hidden, other.userId, other.name]) expect(told).not.toContain(mark);
  const [paragraph] = await prisma().paragraph.findMany({
    where: { versionId: a.versionId, start: { lt: own.start + 5 }, end: { gt: own.start + 3 } },
  });
  expect(withheld).toEqual([[paragraph?.start, paragraph?.end]]);
  expect(CodingsPayload.parse(JSON.parse(await read(a.members.owner))).withheld).toBeUndefined();
  // One's own stands there as it is.
  await prisma().segment.update({ where: { id: hidden }, data: { coderId: a.members.coder.userId } });
  expect(CodingsPayload.parse(JSON.parse(await read(a.members.coder))).withheld).toEqual([]);
});

test("whoever is blind is told as they copy what was kept in since they opened the text, also outside the words", async () => {
  const ask = async (person: Person) => {
    const range = { start: own.start, end: own.end };
    const answer = await codingsWithin(await scopeOf(person), a.transcriptId, range);
    const { withheld, segments } = CodingsPayload.parse(JSON.parse(answer));
    return { withheld, permissions: segments.map(([, , , , , permission]) => permission) };
  };
  expect(await ask(a.members.coder)).toEqual({ withheld: [], permissions: [null] });
  const hidden = await mark("withheld");
  const { start, end } = await prisma().paragraph.findFirstOrThrow({
    where: { versionId: a.versionId, start: { lt: own.start + 5 }, end: { gt: own.start + 3 } },
  });
  expect(await ask(a.members.coder)).toEqual({ withheld: [[start, end]], permissions: [null] });
  expect((await ask(a.members.owner)).withheld).toBeUndefined();
  expect((await ask(a.members.owner)).permissions).toContain("withheld");
  await prisma().segment.update({ where: { id: hidden }, data: { permission: null } });
  expect(await ask(a.members.coder)).toEqual({ withheld: [], permissions: [null] });
});
