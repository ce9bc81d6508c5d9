import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GET as compare } from "@/app/api/studies/[studyId]/compare/route";
import { GET as events } from "@/app/api/studies/[studyId]/events/route";
import { GET as codings } from "@/app/api/transcripts/[transcriptId]/codings/route";
import { ExcerptDownload } from "@/lib/schemas/excerpts";
import { offlineScope } from "@/lib/server/access/offline";
import { addExample } from "@/lib/server/codebook/actions";
import { countCodes } from "@/lib/server/codebook/data";
import { mergeCodes } from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/actions";
import { prisma } from "@/lib/server/db";
import { excerptCsv } from "@/lib/server/excerpts/data";
import { recordEvent } from "@/lib/server/history";
import { previewRestore, undoEvent } from "@/lib/server/history/actions";
import { historyPage } from "@/lib/server/history/data";
import { hub } from "@/lib/server/live";
import { writeMemo } from "@/lib/server/memos/actions";
import { decideSegment } from "@/lib/server/revisions/actions";
import { revealRound as reveal } from "@/lib/server/rounds/mutations";
import { overviewOf, shellOf } from "@/lib/server/studies/data";
import { leaveStudy } from "@/lib/server/studies/mutations";
import { listTranscripts } from "@/lib/server/transcripts/data";
import { asking } from "@/tests/support/asking";
import { addBlindRound, addMember, revealRound } from "@/tests/support/blind";
import { buildFixture, type Person, type StudyFixture } from "@/tests/support/fixture";
import { type Followed, followBody } from "@/tests/support/live/follow";

let a: StudyFixture;
let other: Person;
let roundId: string;
let theirs: { segmentId: string; codingId: string; eventId: string };
const open: Followed[] = [];

/** Two code one transcript blind, the fixture's coder and another, and a lead with them. */
beforeEach(async () => {
  ({ a } = await buildFixture());
  other = await addMember(a.studyId, "Other");
  theirs = await code(other, 8);
  roundId = await addBlindRound(a, [a.members.coder, a.members.lead, other]);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.leave()));
  await hub().close();
});

const scopeOf = (person: Person) => offlineScope(person.userId, a.studyId);

async function code(as: Person, length: number) {
  const { start } = a.segment;
  const [eventId, segmentId, codingId] = [randomUUID(), randomUUID(), randomUUID()];
  const range = { start, end: start + length, quote: a.text.slice(start, start + length) };
  asking.as = as;
  const result = await applyOperations({
    transcriptId: a.transcriptId,
    operations: [
      {
        ...{ id: eventId, kind: "apply", versionId: a.versionId, segmentId },
        ...{ ...range, codings: [{ id: codingId, codeId: a.codeId }] },
      },
    ],
  });
  expect(result).toMatchObject({ ok: true, value: [{ ok: true }] });
  return { eventId, segmentId, codingId };
}

const read = async (as: Person, tag = "", query = "") => {
  asking.as = as;
  const request = new Request(`http://127.0.0.1/x${query}`, { headers: { "if-none-match": tag } });
  return codings(request, { params: Promise.resolve({ transcriptId: a.transcriptId }) });
};

const compared = async (as: Person) => {
  asking.as = as;
  const url = "http://127.0.0.1/x?columns=sector";
  const answer = await compare(new Request(url), { params: Promise.resolve({ studyId: a.studyId }) });
  return (await answer.json()).total.totals.codings;
};

describe("what is counted", () => {
  test("is one’s own where one is blind, and everybody’s to those who are not, whoever asked first", async () => {
    const { coder, lead, owner, viewer } = a.members;
    const seen = async (person: Person) => {
      const scope = await scopeOf(person);
      const [row] = await listTranscripts(scope);
      const { transcripts } = await overviewOf(scope);
      return {
        codes: (await countCodes(scope))[a.codeId]?.itself.all[0] ?? 0,
        matrix: await compared(person),
        listed: [row?.codings, row?.coders],
        overview: transcripts?.shown.map(({ segments }) => segments) ?? null,
      };
    };
    const all = { codes: 2, matrix: 2, listed: [2, 2], overview: [2] };
    const own = { codes: 1, matrix: 1, listed: [1, 1], overview: [1] };
    const none = { codes: 0, matrix: 0, listed: [0, 0], overview: [0] };
    expect(await seen(owner)).toEqual(all);
    expect(await seen(coder)).toEqual(own);
    expect(await seen(lead)).toEqual(none);
    expect(await seen(viewer)).toEqual({ ...none, overview: null });
    expect(await seen(owner)).toEqual(all);
    await revealRound(roundId);
    expect(await seen(coder)).toEqual(all);
    expect(await seen(lead)).toEqual(all);
  });

  test("is one’s own in what is read of one place", async () => {
    const seen = async (as: Person) => (await read(as, "", "?from=0&to=1000000")).json();
    expect((await seen(a.members.coder)).coders).toMatchObject([{ id: a.members.coder.userId }]);
    expect((await seen(a.members.owner)).segments).toHaveLength(2);
  });

  test("does not say by its tag that others code, and says when one’s own work changes", async () => {
    const { coder, owner } = a.members;
    const tag = (await read(coder)).headers.get("etag") ?? "";
    const owners = (await read(owner)).headers.get("etag") ?? "";
    await code(other, 10);
    expect((await read(coder, tag)).status).toBe(304);
    expect((await read(owner, owners)).status).toBe(200);
    expect((await read(coder, owners)).status).toBe(200);
    await code(coder, 12);
    expect((await read(coder, tag)).status).toBe(200);
    await revealRound(roundId);
    const revealed = await (await read(coder, tag)).json();
    expect(revealed.segments).toHaveLength(4);
  });

  test("is kept for one coder alone no longer than they are blind and of the study", async () => {
    const { coder, lead, owner } = a.members;
    const keptFor = async () => {
      const rows = await prisma().digest.findMany({
        where: { transcriptId: a.transcriptId, filter: { startsWith: "own:" } },
      });
      return rows.map(({ filter }) => filter.slice(4, filter.indexOf("{"))).toSorted();
    };
    for (const each of [coder, lead, other]) await compared(each);
    expect(await keptFor()).toEqual([coder.userId, other.userId, "none"].toSorted());
    await leaveStudy(await scopeOf(other), { eventId: randomUUID() });
    expect(await keptFor()).toEqual([coder.userId, "none"].toSorted());
    await reveal(await scopeOf(owner), { eventId: randomUUID(), roundId, title: "Round" });
    expect(await keptFor()).toEqual([]);
  });

  test("of a restore by a lead who codes in the round is what they see", async () => {
    asking.as = a.members.lead;
    const preview = await previewRestore({ workId: randomUUID(), studyId: a.studyId, moment: { seq: 0 } });
    expect(preview).toMatchObject({ ok: true, value: { coders: [], segments: { gone: 0 } } });
    asking.as = a.members.owner;
    const whole = await previewRestore({ workId: randomUUID(), studyId: a.studyId, moment: { seq: 0 } });
    expect(whole).toMatchObject({ ok: true, value: { segments: { gone: 1 } } });
  });
});

test("a file and every page say that a blind round leaves something out, to those from whom it does", async () => {
  const { coder, owner } = a.members;
  const fileOf = async (person: Person) => {
    let file = "";
    for await (const piece of excerptCsv(
      await scopeOf(person),
      ExcerptDownload.parse({ studyId: a.studyId }),
    ))
      file += piece;
    return file.trimEnd().split("\r\n");
  };
  const [head, ...lines] = await fileOf(coder);
  expect(head).toMatch(/,placing,codings shown$/);
  expect(lines).toEqual([expect.stringMatching(/,placed,own$/)]);
  const [whole, ...all] = await fileOf(owner);
  expect(whole).toMatch(/,placing$/);
  expect(all).toHaveLength(2);
  expect((await shellOf(await scopeOf(coder))).blind).toBe(1);
  expect((await shellOf(await scopeOf(owner))).blind).toBe(0);
});

test("what another made is not there to act on, for a lead who codes in the round as for a coder", async () => {
  const nothing = randomUUID();
  const outcomes = async (segmentId: string, eventId: string) => {
    const ids = () => ({ eventId: randomUUID(), id: randomUUID() });
    const annotated = await applyOperations({
      transcriptId: a.transcriptId,
      operations: [
        {
          id: randomUUID(),
          kind: "annotate",
          segmentId,
          changes: { permission: "withheld" },
          base: { permission: "named" },
        },
        { id: randomUUID(), kind: "remove", segmentId },
      ],
    });
    return [
      annotated.ok && annotated.value.map((each) => ({ ...each, id: "" })),
      await writeMemo({ ...ids(), target: { about: "segment", id: segmentId }, text: "Why?" }),
      await addExample({ ...ids(), segmentId, codeId: a.codeId, counter: false }),
      await decideSegment({ eventId: randomUUID(), segmentId, decision: { kind: "give_up" } }),
      await undoEvent({ eventId: randomUUID(), undoes: eventId }),
    ];
  };
  for (const role of ["lead", "coder"] as const) {
    asking.as = a.members[role];
    expect(await outcomes(theirs.segmentId, theirs.eventId), role).toEqual(await outcomes(nothing, nothing));
  }
  expect(await prisma().segment.findUniqueOrThrow({ where: { id: theirs.segmentId } })).toMatchObject({
    permission: null,
    deletedAt: null,
  });
});

describe("live events", () => {
  async function follow(as: Person, query: Record<string, string> = {}): Promise<Followed> {
    asking.as = as;
    const url = `http://127.0.0.1/x?${new URLSearchParams(query)}`;
    const answer = await events(new Request(url), { params: Promise.resolve({ studyId: a.studyId }) });
    if (!answer.body) throw new Error(`refused with ${answer.status}`);
    const followed = followBody(answer.body);
    open.push(followed);
    return followed;
  }

  /** As the rounds' own actions do. */
  const round = (kind: string, change: () => Promise<unknown>) =>
    prisma().$transaction(async (tx) => {
      await change();
      await recordEvent(
        tx,
        { studyId: a.studyId, userId: a.members.owner.userId },
        {
          ...{ id: randomUUID(), kind, before: null, after: {} },
        },
      );
    });

  test("are one’s own until the round is revealed, and then everything is read anew and told", async () => {
    const { coder, owner } = a.members;
    const [mine, owners] = [await follow(coder), await follow(owner)];
    await code(other, 10);
    const own = await code(coder, 12);
    await mine.until(({ events }) => events.length > 0);
    await owners.until(({ events }) => events.length > 1);
    expect(mine.events.map(({ id }) => id)).toEqual([own.eventId]);
    expect(mine.people ?? []).toEqual([]);
    await owners.until(({ people }) => people?.some(({ id }) => id === coder.userId) ?? false);

    await round("round.reveal", () => revealRound(roundId));
    await mine.ended;
    expect(mine.said).toContain("anew");
    const next = await follow(coder, { after: mine.last });
    const later = await code(other, 14);
    await next.until(({ events }) => events.length > 0);
    expect(next.events.map(({ id }) => id)).toEqual([later.eventId]);
    expect(next.said).toEqual([]);
  });

  test("that a stream missed are not told when it goes on, nor after a round was opened under it", async () => {
    const { coder } = a.members;
    await revealRound(roundId);
    const seeing = await follow(coder, { after: "0" });
    await seeing.until(({ events }) => events.length === 1);
    await round("round.open", () => addBlindRound(a, [coder, other]));
    await code(other, 10);
    await seeing.ended;
    expect(seeing.events.map(({ topic }) => topic)).toEqual(["codings", "rounds"]);
    // It comes back from before the round, and learns of it on the way, once.
    const back = await follow(coder, { after: "0" });
    const own = await code(coder, 12);
    await back.until(({ events }) => events.some(({ id }) => id === own.eventId));
    expect(back.said).toEqual(["anew"]);
    expect(back.events.filter(({ topic }) => topic === "codings").map(({ id }) => id)).toEqual([own.eventId]);
  });

  test("tell of one’s own rows that a lead changes with everybody’s", async () => {
    const { coder, owner } = a.members;
    const mine = await follow(coder);
    await mergeCodes(await scopeOf(owner), {
      ...{ eventId: randomUUID(), codeId: a.codeId, intoId: a.spareCodeId, reason: "", review: false },
      ...(await merged()),
    });
    await mine.until(({ events }) => events.some(({ topic }) => topic === "codings"));
    const told = mine.events.filter(({ topic }) => topic === "codings");
    expect(told.flatMap(({ rows }) => rows?.codings.map(({ id }) => id))).toEqual([a.codingId]);
    expect(JSON.stringify(mine.events)).not.toContain(other.userId);
    // Nor does the history say in how many transcripts it changed anything.
    const { rows } = await historyPage(await scopeOf(coder), {}, { limit: 5 });
    const merge = rows.find(({ kind }) => kind === "code.merge");
    expect(merge).toMatchObject({ parts: 0, codings: 0 });
    const within = { limit: 5, within: merge?.id ?? "" };
    expect(await historyPage(await scopeOf(owner), {}, within)).toEqual({ rows: [], next: null });
  });

  async function merged() {
    const code = await prisma().code.findUniqueOrThrow({ where: { id: a.spareCodeId } });
    const { name, hue, definition, whenToUse, whenNotToUse, example, counterExample, shortcut } = code;
    const fields = { name, hue, definition, whenToUse, whenNotToUse, example, counterExample, shortcut };
    return { base: fields, wanted: fields };
  }
});
