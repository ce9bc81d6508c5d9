import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { offlineScope } from "@/lib/server/access/offline";
import { prisma } from "@/lib/server/db";
import * as actions from "@/lib/server/revisions/actions";
import { loadPseudonyms, loadQueue } from "@/lib/server/revisions/loaders";
import { correctTranscript } from "@/lib/server/revisions/mutations";
import type { Row } from "@/tests/support/access";
import { asking } from "@/tests/support/asking";
import { accessRows, everythingReachable } from "@/tests/support/exports";
import { buildFixture, type Fixture, type StudyFixture } from "@/tests/support/fixture";

vi.mock("@/lib/server/address", () => ({ signInAddress: async () => "/sign-in" }));
vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true");

let fixture: Fixture;
let a: StudyFixture;
beforeEach(async () => {
  fixture = await buildFixture();
  a = fixture.a;
  asking.as = a.members.lead;
});

/** Stands in the fixture's text, inside its segment. */
const NAME = "Freedom";
const PSEUDONYM = "［ある人］";

async function current() {
  const version = await prisma().transcriptVersion.findFirstOrThrow({
    where: { transcriptId: a.transcriptId, current: true },
    include: { paragraphs: { orderBy: { ordinal: "asc" } }, redactions: { orderBy: { start: "asc" } } },
  });
  return { ...version, text: version.paragraphs.map(({ text }) => text).join("") };
}

async function hide(words = NAME, pseudonym = PSEUDONYM, only?: number) {
  const found = await actions.findOccurrences({ transcriptId: a.transcriptId, words, reach: "study" });
  if (!found.ok) throw new Error(found.error.code);
  const places = found.value.map(({ transcriptId, versionId, places: all }) => ({
    transcriptId,
    versionId,
    ranges: all
      .map(({ start, end }): [number, number] => [start, end])
      .filter((_, index) => only === undefined || index === only),
  }));
  const result = await actions.redactWords({
    eventId: randomUUID(),
    transcriptId: a.transcriptId,
    words,
    pseudonym,
    labels: true,
    places,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("a redaction", () => {
  it("puts the pseudonym into the text, keeps the words apart, and gives segments the whole of it", async () => {
    const made = await hide();
    expect(made).toMatchObject({ change: "redacted", placed: 1, queued: 0 });
    const { text, redactions } = await current();
    expect(text).toBe(a.text.replace(NAME, PSEUDONYM));
    const start = text.indexOf(PSEUDONYM);
    expect(redactions).toMatchObject([{ start, end: start + PSEUDONYM.length, original: NAME }]);
    const segment = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
    expect(segment.quote).toBe(a.segment.quote.replace(NAME, PSEUDONYM));
    expect(text.slice(segment.start, segment.end)).toBe(segment.quote);
    expect(await loadPseudonyms({ studyId: a.studyId })).toMatchObject({
      pseudonyms: [{ original: NAME, replacement: PSEUDONYM, transcripts: [{ places: 1 }] }],
    });
  });

  it("extends a segment that has a part of the name", async () => {
    const quote = "dom from";
    const start = a.text.indexOf(quote);
    const { studyId, transcriptId, versionId } = a;
    const row = await prisma().segment.create({
      data: {
        ...{ id: randomUUID(), studyId, transcriptId, versionId, coderId: a.members.coder.userId },
        ...{ start, end: start + quote.length, quote, before: "", after: "" },
      },
    });
    await hide();
    expect((await prisma().segment.findUniqueOrThrow({ where: { id: row.id } })).quote).toBe(
      `${PSEUDONYM} from`,
    );
  });

  it("is taken back: the words return, and the segments quote them", async () => {
    const made = await hide();
    const { redactions } = await current();
    const result = await actions.takeBackRedactions({
      eventId: randomUUID(),
      transcriptId: a.transcriptId,
      fromVersionId: made.versionId,
      starts: redactions.map(({ start }) => start),
    });
    expect(result).toMatchObject({ ok: true, value: { placed: 1, queued: 0 } });
    expect(await current()).toMatchObject({ text: a.text, redactions: [] });
    const segment = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
    expect(segment).toMatchObject(a.segment);
  });

  it("stays when an older version is restored", async () => {
    const made = await hide();
    const result = await actions.restoreVersion({
      eventId: randomUUID(),
      transcriptId: a.transcriptId,
      fromVersionId: made.versionId,
      versionId: a.versionId,
      reason: "",
    });
    expect(result).toMatchObject({ ok: true, value: { change: "restored", placed: 1, queued: 0 } });
    expect((await current()).text).toBe(a.text.replace(NAME, PSEUDONYM));
  });

  it("stays when another transcription brings the name back, in the text and as a label", async () => {
    const made = await hide();
    const text = `聞き手：では？\n${NAME}：${NAME} from fear.\n`;
    const line = text.indexOf("\n") + 1;
    const scope = await offlineScope(a.members.lead.userId, a.studyId);
    const speaker = { aliases: [NAME], role: "interviewee" as const, intervieweeId: null };
    await correctTranscript(scope, {
      ...{ eventId: randomUUID(), transcriptId: a.transcriptId, fromVersionId: made.versionId },
      ...{ change: "replaced", reason: "" },
      draft: {
        text,
        turns: [
          {
            start: line,
            bodyStart: line + NAME.length + 1,
            end: text.length,
            speaker: 0,
            atMs: 1,
            align: null,
          },
        ],
        points: [{ at: line, ms: 1 }],
        passages: [],
        speakers: [{ label: NAME, ...speaker }],
      },
    });
    const now = await current();
    expect(now.text).toBe(text.replaceAll(NAME, PSEUDONYM));
    const turn = await prisma().turn.findFirstOrThrow({
      where: { versionId: now.id },
      include: { speaker: true },
    });
    expect(now.text.slice(turn.start, turn.bodyStart)).toBe(`${PSEUDONYM}：`);
    expect(turn.speaker).toMatchObject({ label: PSEUDONYM, aliases: [PSEUDONYM] });
  });

  it("takes the name from labels of speakers, and from quotes that wait in the queue", async () => {
    await prisma().speaker.updateMany({
      where: { transcriptId: a.transcriptId, role: "interviewee" },
      data: { label: `${NAME} Smith`, aliases: [NAME] },
    });
    // A version in which the segment's words are gone, so that it waits with the name in its quote.
    const edit = a.text.indexOf(" from fear");
    const speakers = [{ label: `${NAME} Smith`, role: "interviewee" as const }];
    const corrected = await actions.correctInPlace({
      eventId: randomUUID(),
      transcriptId: a.transcriptId,
      fromVersionId: a.versionId,
      reason: "",
      edits: [[edit, edit + 10, " of want"]],
      turns: [[0, 0, a.text.length - 2, 0, null, null]],
      speakers,
    });
    expect(corrected).toMatchObject({ ok: true, value: { queued: 1 } });
    await hide();
    const segment = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
    expect(segment.versionId).toBe(a.versionId);
    expect(segment.quote).toBe(a.segment.quote.replace(NAME, PSEUDONYM));
    const { segments } = await loadQueue({ transcriptId: a.transcriptId });
    expect(JSON.stringify(segments)).not.toContain(NAME);
    const labels = await prisma().speaker.findMany({ where: { transcriptId: a.transcriptId } });
    expect(labels.map(({ label }) => label)).toContain(`${PSEUDONYM} Smith`);
    expect(JSON.stringify(labels)).not.toContain(NAME);
  });

  it("goes through all transcripts of a study, and through no other study’s", async () => {
    const [transcriptId, versionId] = [randomUUID(), randomUUID()];
    const text = `${NAME} came, and ${NAME} left.\n`;
    await prisma().transcript.create({
      data: { id: transcriptId, studyId: a.studyId, title: `With ${NAME}`, language: "en" },
    });
    await prisma().transcriptVersion.create({
      data: { id: versionId, transcriptId, number: 1, current: true, length: text.length },
    });
    await prisma().paragraph.create({ data: { versionId, ordinal: 0, start: 0, end: text.length, text } });
    const ask = { transcriptId: a.transcriptId, words: NAME };
    const near = await actions.findOccurrences({ ...ask, reach: "transcript" });
    expect(near.ok && near.value.map((each) => each.places.length)).toEqual([1]);
    const far = await actions.findOccurrences({ ...ask, reach: "study" });
    expect(far.ok && far.value.map((each) => each.places.length)).toEqual([1, 2]);
    await hide();
    const row = await prisma().transcript.findUniqueOrThrow({
      where: { id: transcriptId },
      include: { versions: { where: { current: true }, include: { paragraphs: true } } },
    });
    expect(row.title).toBe(`With ${PSEUDONYM}`);
    expect(row.versions[0]?.paragraphs[0]?.text).toBe(text.replaceAll(NAME, PSEUDONYM));
    const events = await prisma().historyEvent.findMany({ where: { studyId: a.studyId } });
    expect(events.map((event) => event.transcriptId).sort()).toEqual([a.transcriptId, transcriptId].sort());
    expect(JSON.stringify(events.map(({ before, after }) => [before, after]))).not.toContain(NAME);
    const wrong = await actions.redactWords({
      ...{ eventId: randomUUID(), transcriptId: a.transcriptId, words: NAME, pseudonym: "x", labels: false },
      places: [{ transcriptId: fixture.b.transcriptId, versionId: fixture.b.versionId, ranges: [[0, 2]] }],
    });
    expect(wrong).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("of two names is right in both directions", async () => {
    await hide();
    await hide("حرية", "[word]");
    const { text, redactions } = await current();
    expect(text).toBe(a.text.replace(NAME, PSEUDONYM).replace("حرية", "[word]"));
    expect(redactions.map(({ original }) => original)).toEqual([NAME, "حرية"]);
    const segment = await prisma().segment.findUniqueOrThrow({ where: { id: a.segmentId } });
    expect(text.slice(segment.start, segment.end)).toBe(segment.quote);
  });
});

/** Everything that an answer says, streams read to their end. */
async function said(answer: unknown): Promise<string> {
  return answer instanceof Response ? answer.text() : JSON.stringify(answer);
}

describe("what is hidden", async () => {
  const reachable = await everythingReachable();
  const rows = await accessRows<Row>();

  it.each(["coder", "viewer", "trainee"] as const)("is in no answer that a %s gets", async (role) => {
    // The coder's own work on the words, as the history keeps it.
    asking.as = a.members.coder;
    const { applyOperations } = await import("@/lib/server/coding/actions");
    const quote = `${NAME} from`;
    const start = a.text.indexOf(quote);
    const apply = {
      id: randomUUID(),
      kind: "apply" as const,
      versionId: a.versionId,
      segmentId: randomUUID(),
      ...{ start, end: start + quote.length, quote },
      codings: [{ id: randomUUID(), codeId: a.codeId }],
    };
    const batch = { transcriptId: a.transcriptId, operations: [apply] };
    expect(await said(await applyOperations(batch))).toContain(NAME);
    asking.as = a.members.lead;
    await hide();
    asking.as = a.members[role];
    const answers: string[] = [];
    // What reads: loaders, and routes that are asked with GET; inputs are those of the walk.
    for (const { name, kind, call } of reachable) {
      const row = rows.get(name);
      const reads = kind === "loader" || name.startsWith("GET ");
      if (!row || !("make" in row) || !reads || row.expected(role) !== "ok") continue;
      const answer = await said(await call(await row.make(fixture)));
      expect(answer, name).not.toContain(NAME);
      answers.push(answer);
    }
    expect(answers.length).toBeGreaterThan(3);
    if (role === "coder") expect(answers.some((answer) => answer.includes(PSEUDONYM))).toBe(true);
  });

  it("is in an older version, which only those who may see originals can open", async () => {
    await hide();
    const { GET } = await import("@/app/api/transcripts/[transcriptId]/text/route");
    const read = async () => {
      const url = `http://127.0.0.1/?version=${a.versionId}`;
      const params = Promise.resolve({ transcriptId: a.transcriptId });
      const answer = await GET(new Request(url), { params });
      return [answer.status, await answer.text()] as const;
    };
    expect((await read())[1]).toContain(NAME);
    asking.as = a.members.coder;
    const [status, body] = await read();
    expect(status).toBe(403);
    expect(body).not.toContain(NAME);
    const restore = { eventId: randomUUID(), transcriptId: a.transcriptId, reason: "" };
    const { id } = await current();
    expect(
      await actions.restoreVersion({ ...restore, fromVersionId: id, versionId: a.versionId }),
    ).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });
});
