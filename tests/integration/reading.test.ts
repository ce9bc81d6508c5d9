import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { difference } from "@/lib/domain/revision";
import { loadReader } from "@/lib/server/coding/loaders";
import { prisma } from "@/lib/server/db";
import { keepPlace, keepRecent } from "@/lib/server/reading/actions";
import { correctInPlace } from "@/lib/server/revisions/actions";
import { asking } from "@/tests/support/asking";
import { buildFixture, type Fixture, type StudyFixture } from "@/tests/support/fixture";

let fixture: Fixture;
let a: StudyFixture;
beforeEach(async () => {
  fixture = await buildFixture();
  a = fixture.a;
  asking.as = a.members.coder;
});

const place = async () => (await loadReader({ transcriptId: a.transcriptId })).place;
const keep = (offset: number, versionId = a.versionId) =>
  keepPlace({ transcriptId: a.transcriptId, versionId, offset });

describe("where somebody stopped", () => {
  it("is kept for each person, the last place alone", async () => {
    expect(await place()).toBeNull();
    await keep(3);
    await keep(7);
    expect(await place()).toBe(7);
    asking.as = a.members.lead;
    expect(await place()).toBeNull();
  });

  it("lies inside the text, and is of no other transcript's version", async () => {
    await keep(1_000_000);
    expect(await place()).toBe(a.text.length);
    expect(await keep(2, fixture.b.versionId)).toMatchObject({ ok: true });
    expect(await place()).toBe(a.text.length);
  });

  it("is as far down a newer version", async () => {
    await keep(a.text.length);
    asking.as = a.members.lead;
    const edits = difference(a.text, `${"Well. ".repeat(20)}${a.text}`);
    await correctInPlace({
      ...{ eventId: randomUUID(), transcriptId: a.transcriptId, fromVersionId: a.versionId, reason: "" },
      edits: edits.map(({ start, end, insert }) => [start, end, insert]),
      ...{ turns: [], speakers: [] },
    });
    asking.as = a.members.coder;
    expect(await place()).toBe(a.text.length + 120);
  });

  it("writes no history", async () => {
    await keep(3);
    expect(await prisma().historyEvent.count({ where: { studyId: a.studyId } })).toBe(0);
  });
});

describe("the codes used last", () => {
  const recent = async () => (await loadReader({ transcriptId: a.transcriptId })).recent;
  const used = (...codeIds: string[]) => keepRecent({ studyId: a.studyId, codeIds });

  it("are kept for each person, the latest first", async () => {
    expect(await recent()).toEqual([]);
    await used(a.codeId, a.spareCodeId);
    expect(await recent()).toEqual([a.codeId, a.spareCodeId]);
    await used(a.spareCodeId);
    expect(await recent()).toEqual([a.spareCodeId, a.codeId]);
    asking.as = a.members.lead;
    expect(await recent()).toEqual([]);
  });

  it("are of the study's codebook, and still in use", async () => {
    expect(await used(fixture.b.codeId, a.codeId, a.retiredCodeId)).toMatchObject({ ok: true });
    expect(await recent()).toEqual([a.codeId]);
    expect(await prisma().recentCode.count({ where: { codeId: fixture.b.codeId } })).toBe(0);
  });
});
