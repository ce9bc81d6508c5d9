import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { offlineScope } from "@/lib/server/access/offline";
import { countCodes } from "@/lib/server/codebook/data";
import { prisma } from "@/lib/server/db";
import { undoEvent } from "@/lib/server/history/mutations";
import { truncateAll } from "@/tests/support/database";
import { SmallStudy, type Talk } from "./compare-support/study";

let study: SmallStudy;
let first: Talk;
let second: Talk;
beforeEach(async () => {
  study = await SmallStudy.make();
  first = await study.addTalk([
    { who: "A", text: "What do you fear?" },
    { who: 1, text: "Floods, and then war." },
    { who: 2, text: "War alone." },
  ]);
  second = await study.addTalk([{ who: 3, text: "I hope for peace." }]);
});
afterEach(truncateAll);

/** Of a code, by itself and with all below it: segments and people of all, then one's own. */
async function counts(path: string, who: "coder" | "second" = "coder") {
  const { userId, studyId } = study.scopes[who];
  const found = (await countCodes(await offlineScope(userId, studyId)))[study.codes[path] ?? ""];
  return found && [found.itself.all, found.within.all, found.itself.own, found.within.own];
}

/** The transcripts that are counted anew while something is done. */
async function counted(work: () => Promise<unknown>): Promise<string[]> {
  const asked = vi.spyOn(Client.prototype, "query");
  await work();
  const ids = asked.mock.calls.flatMap(([query]) => {
    const { name, values } = query as { name?: string; values?: unknown[] };
    return name === "codebook-usage-groups" ? (values?.[0] as string[]) : [];
  });
  asked.mockRestore();
  return ids;
}

describe("counts beside the codes", () => {
  beforeEach(async () => {
    await study.code(first, "Floods, and then war.", ["Risk > Flood", "Risk > War"]);
    await study.code(first, "war.\nWar", ["Risk > War"], { by: "second" });
    await study.code(second, "peace", ["Hope"]);
  });

  test("tell segments and people, of a code alone and with those below it", async () => {
    expect(await counts("Risk")).toEqual([
      [0, 0],
      [2, 2],
      [0, 0],
      [1, 1],
    ]);
    expect(await counts("Risk > War")).toEqual([
      [2, 2],
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
    expect(await counts("Hope", "second")).toEqual([
      [1, 1],
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  test("are read from what is kept, and of what changed alone are made anew", async () => {
    expect((await counted(() => counts("Risk"))).toSorted()).toEqual(
      [first.transcriptId, second.transcriptId].toSorted(),
    );
    expect(await counted(() => counts("Risk", "second"))).toEqual([]);
    await study.code(second, "hope", ["Hope"]);
    expect(await counted(async () => expect((await counts("Hope"))?.[0]).toEqual([2, 1]))).toEqual([
      second.transcriptId,
    ]);
    const event = await prisma().historyEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
    await undoEvent(study.scopes.coder, { eventId: randomUUID(), undoes: event.id });
    expect((await counts("Hope"))?.[0]).toEqual([1, 1]);
    // Who speaks is no event of the transcript.
    await prisma().speaker.updateMany({
      where: { transcriptId: second.transcriptId },
      data: { intervieweeId: null },
    });
    expect((await counts("Hope"))?.[0]).toEqual([1, 0]);
  });

  test("follow the tree without anything being counted anew", async () => {
    await counts("Risk");
    await prisma().code.update({
      where: { id: study.codes.Hope },
      data: { parentId: study.codes.Risk },
    });
    expect(await counted(async () => expect((await counts("Risk"))?.[1]).toEqual([3, 3]))).toEqual([]);
  });

  test("hold one's own codings alone of a transcript in which one is blind", async () => {
    const { studyId } = study;
    const round = { id: randomUUID(), studyId, kind: "blind", title: "First", openedAt: new Date() } as const;
    await prisma().round.create({ data: round });
    await prisma().assignment.create({
      data: {
        ...{ roundId: round.id, studyId, transcriptId: first.transcriptId },
        coderId: study.scopes.second.userId,
      },
    });
    expect((await counts("Risk > War", "second"))?.[0]).toEqual([1, 2]);
    expect((await counts("Risk", "second"))?.[1]).toEqual([1, 2]);
    expect(await counts("Risk > Flood", "second")).toBeUndefined();
    expect((await counts("Hope", "second"))?.[0]).toEqual([1, 1]);
    await prisma().round.update({ where: { id: round.id }, data: { revealedAt: new Date() } });
    expect((await counts("Risk > War", "second"))?.[0]).toEqual([2, 2]);
  });
});
