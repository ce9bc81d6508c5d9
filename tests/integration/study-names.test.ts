import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { GET } from "@/app/api/studies/[studyId]/names/route";
import { StudyNames } from "@/lib/schemas/shell";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import { namesOf, shellOf } from "@/lib/server/studies/data";
import { asking } from "@/tests/support/asking";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let fixture: Fixture;
beforeEach(async () => {
  fixture = await buildFixture();
  asking.as = fixture.a.members.coder;
});

function ask(tag?: string | null): Promise<Response> {
  const headers = tag ? { "if-none-match": tag } : undefined;
  const request = new Request("http://127.0.0.1/api/studies/x/names", { headers });
  return GET(request, { params: Promise.resolve({ studyId: fixture.a.studyId }) });
}
async function names(): Promise<StudyNames> {
  return StudyNames.parse(await (await ask()).json());
}

test("a study's names are its transcripts in the order of their numbers, and the paths of its codes in use", async () => {
  const { a } = fixture;
  const { interviewId, language } = await prisma().transcript.findUniqueOrThrow({
    where: { id: a.transcriptId },
  });
  for (const title of ["語り 10", "語り 9"])
    await prisma().transcript.create({
      data: { id: randomUUID(), studyId: a.studyId, title, language, interviewId },
    });
  const child = await prisma().code.create({
    data: { id: randomUUID(), studyId: a.studyId, parentId: a.codeId, name: "洪水 🍊", hue: 2, position: 0 },
  });
  const retired = { name: "Gone", hue: 1, position: 9, retiredAt: new Date() };
  await prisma().code.create({ data: { id: randomUUID(), studyId: a.studyId, ...retired } });

  const found = await names();
  const titles = found.transcripts.map(({ title }) => title).filter((title) => title.startsWith("語り"));
  expect(titles).toEqual(["語り 9", "語り 10"]);
  const above = found.codes.find(({ id }) => id === a.codeId);
  expect(found.codes).toContainEqual({ id: child.id, path: `${above?.path} > 洪水 🍊`, hue: 2 });
  expect(found.codes.map(({ path }) => path)).not.toContain("Gone");
});

test("who holds the names is told that they still hold, until one of them changes", async () => {
  const { a } = fixture;
  const changes = [
    () => prisma().code.update({ where: { id: a.codeId }, data: { name: "Renamed" } }),
    () => prisma().code.update({ where: { id: a.codeId }, data: { hue: 5 } }),
    () => prisma().code.update({ where: { id: a.codeId }, data: { position: 77 } }),
    () => prisma().code.update({ where: { id: a.spareCodeId }, data: { parentId: a.codeId } }),
    () => prisma().code.update({ where: { id: a.spareCodeId }, data: { retiredAt: new Date() } }),
    () => prisma().transcript.update({ where: { id: a.transcriptId }, data: { title: "Renamed" } }),
  ];
  let tag = (await ask()).headers.get("etag");
  for (const change of changes) {
    expect((await ask(tag)).status).toBe(304);
    await change();
    const next = await ask(tag);
    expect(next.status).toBe(200);
    tag = next.headers.get("etag");
  }
});

test("who may not read transcripts is told no titles, and nothing when one changes", async () => {
  const { a } = fixture;
  const viewer = await offlineScope(a.members.viewer.userId, a.studyId);
  expect((await namesOf(viewer)).transcripts).toEqual([]);
  asking.as = a.members.viewer;
  const tag = (await ask()).headers.get("etag");
  await prisma().transcript.update({ where: { id: a.transcriptId }, data: { title: "Renamed" } });
  expect((await ask(tag)).status).toBe(304);
});

test("the frame around a page carries neither codes nor transcripts", async () => {
  const { a } = fixture;
  const shell = await shellOf(await offlineScope(a.members.lead.userId, a.studyId));
  expect(Object.keys(shell).sort()).toEqual([
    "blind",
    "me",
    "position",
    "role",
    "sampleMode",
    "study",
    "user",
  ]);
});
