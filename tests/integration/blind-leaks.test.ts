import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Role } from "@/lib/access/can";
import { offlineScope } from "@/lib/server/access/offline";
import { addExample } from "@/lib/server/codebook/mutations";
import { applyOperations } from "@/lib/server/coding/mutations";
import { prisma } from "@/lib/server/db";
import { answerMemo, writeMemo } from "@/lib/server/memos/mutations";
import { codeFound } from "@/lib/server/search/mutations";
import type { Row } from "@/tests/support/access";
import { asking } from "@/tests/support/asking";
import { addBlindRound, addMember, revealRound } from "@/tests/support/blind";
import { accessRows, everythingReachable, type Reachable } from "@/tests/support/exports";
import { buildFixture } from "@/tests/support/fixture";

/**
 * Everything that a request can reach, asked for while a round is blind: no answer holds anything of another
 * coder's. When the round is revealed, the same answers do, so that this looks in the right places.
 */

vi.mock("@/lib/server/address", () => ({ signInAddress: async () => "/sign-in" }));
vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true");

const reachable = await everythingReachable();
const rows = await accessRows<Row>();
const walked = reachable.filter(({ name }) => "make" in (rows.get(name) ?? {}));

/** Who has an account, is in a study, or has a part in a round, is no coding: there the coder is named to those who may see it. */
const NAMES_MEMBERS = /^(accounts|studies|rounds)\/|^GET studies\/\[studyId\]\/rounds/;

/** A study in which one coder has left their marks wherever one can, before the round was opened and since. */
async function markedStudy() {
  const fixture = await buildFixture();
  const { a } = fixture;
  const { studyId, transcriptId, versionId, text, codeId, spareCodeId } = a;
  const { lead, coder, owner } = a.members;
  const hidden = await addMember(studyId, "Hideko Kakushi");
  const scope = await offlineScope(hidden.userId, studyId);
  const ids = { segment: randomUUID(), coding: randomUUID(), operation: randomUUID(), example: randomUUID() };
  const range = { start: a.segment.start, end: a.segment.end + 1 };
  const leadScope = await offlineScope(lead.userId, studyId);
  const leads = randomUUID();
  await writeMemo(leadScope, {
    eventId: randomUUID(),
    id: leads,
    target: { about: "study", studyId },
    text: "Agreed?",
  });
  await applyOperations(scope, transcriptId, [
    {
      ...{ id: ids.operation, kind: "apply", versionId, segmentId: ids.segment, ...range },
      quote: text.slice(range.start, range.end),
      codings: [{ id: ids.coding, codeId }],
    },
    {
      ...{ id: randomUUID(), kind: "annotate", segmentId: ids.segment, base: { memo: "" } },
      changes: { memo: "markedNote" },
    },
  ]);
  const memo = (target: Parameters<typeof writeMemo>[1]["target"], words: string) =>
    writeMemo(scope, { eventId: randomUUID(), id: randomUUID(), target, text: words });
  await memo({ about: "segment", id: ids.segment }, `markedMemo [[segment:${ids.segment}]]`);
  await memo({ about: "code", id: codeId, studyId }, "markedMemo");
  await answerMemo(scope, { eventId: randomUUID(), id: randomUUID(), threadId: leads, text: "markedAnswer" });
  await codeFound(scope, {
    ...{ eventId: randomUUID(), studyId, codeId: spareCodeId },
    texts: [{ transcriptId, versionId, ranges: [[range.start, range.end + 1]] }],
  });
  await addExample(await offlineScope(owner.userId, studyId), {
    ...{ eventId: randomUUID(), id: ids.example, segmentId: ids.segment, codeId, counter: false },
  });
  // One waits to be placed after a correction.
  const older = randomUUID();
  await prisma().transcriptVersion.create({
    data: { id: older, transcriptId, number: 2, current: false, length: text.length },
  });
  const waiting = { id: randomUUID(), studyId, transcriptId, versionId: older, coderId: hidden.userId };
  await prisma().segment.create({
    data: { ...waiting, start: 0, end: 2, quote: "安全", before: "", after: "", memo: "markedWaiting" },
  });
  const coding = { segmentId: waiting.id, studyId, coderId: hidden.userId, codeId, codebookStudyId: studyId };
  await prisma().coding.create({ data: { id: randomUUID(), ...coding, revision: 0 } });
  const roundId = await addBlindRound(a, [lead, coder, hidden]);
  const work = [ids.segment, ids.coding, ids.operation, ids.example, waiting.id, "marked"];
  return { fixture, roundId, hidden, work, who: [hidden.userId, hidden.name] };
}
type Marked = Awaited<ReturnType<typeof markedStudy>>;

/** All that an answer says, whatever its form. */
async function said({ call }: Reachable, input: unknown): Promise<string> {
  try {
    const answer = await call(input);
    if (!(answer instanceof Response)) return JSON.stringify(answer) ?? "";
    return `${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
  } catch (error) {
    const { digest = "" } = error as { digest?: string };
    if (digest.startsWith("NEXT_")) return digest;
    throw error;
  }
}

/** The marks that an answer holds. */
async function marksIn(each: Reachable, { fixture, work, who }: Marked, as: Role): Promise<string[]> {
  asking.as = fixture.a.members[as];
  const answer = await said(each, await rows.get(each.name)?.make(fixture));
  const marks = NAMES_MEMBERS.test(each.name) ? work : [...work, ...who];
  return marks.filter((mark) => answer.includes(mark));
}

const reads = walked.filter(
  ({ kind, name }) => kind === "loader" || (kind === "route" && name.startsWith("GET ")),
);
const READERS = ["lead", "coder", "trainee", "viewer"] as const;

describe("what is read", () => {
  let marked: Marked;
  beforeAll(async () => {
    marked = await markedStudy();
  });

  async function found(as: Role): Promise<string[]> {
    const leaks: string[] = [];
    for (const each of reads)
      for (const mark of await marksIn(each, marked, as)) leaks.push(`${each.name}: ${mark}`);
    return leaks;
  }

  test.each(READERS)("by a blind %s holds nothing of another coder’s", async (role) => {
    expect(await found(role)).toEqual([]);
  });

  test("by an owner who does not code in the round holds all of it", async () => {
    const names = (await found("owner")).map((leak) => leak.split(": ")[0]);
    expect([...new Set(names)]).toEqual(expect.arrayContaining(SHOWN));
  });

  test("holds all of it once the round is revealed", async () => {
    await revealRound(marked.roundId);
    for (const role of ["lead", "coder"] as const) {
      const names = (await found(role)).map((leak) => leak.split(": ")[0]);
      expect([...new Set(names)], role).toEqual(expect.arrayContaining(SHOWN));
    }
  });
});

/** Where marks are found when nobody is blind, at the least. */
const SHOWN = [
  "codebook/loaders.loadCodebook",
  "compare/loaders.loadCompare",
  "excerpts/loaders.loadExcerpts",
  "history/loaders.loadHistory",
  "memos/loaders.loadMemos",
  "GET studies/[studyId]/excerpts",
  "GET studies/[studyId]/excerpts.csv",
  "GET studies/[studyId]/history",
  "GET studies/[studyId]/memos",
  "GET studies/[studyId]/memos/counts",
  "GET transcripts/[transcriptId]/codings",
];

/** What is done to codings and memos, or beside them; nothing else reads what coders made (tests/architecture). */
const FEATURES = [
  "codebook",
  "coding",
  "history",
  "memos",
  "pairs",
  "passages",
  "recordings",
  "revisions",
  "search",
];

describe("what is answered to a blind lead", () => {
  test.each(FEATURES)("by actions of %s holds nothing of another coder’s", async (feature) => {
    // What one spoils for the next is refused, and says no more for it.
    const marked = await markedStudy();
    const leaks: string[] = [];
    for (const each of walked.filter(({ kind, name }) => kind === "action" && name.startsWith(`${feature}/`)))
      for (const mark of await marksIn(each, marked, "lead")) leaks.push(`${each.name}: ${mark}`);
    expect(leaks).toEqual([]);
  });
});
