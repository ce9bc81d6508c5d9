import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { draftOf, parseText } from "@/lib/domain/transcript";
import { withClient } from "@/lib/launch/database";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { pool, prisma } from "@/lib/server/db";
import { eraseInterviewee } from "@/lib/server/erasure/mutations";
import { addUploads, keepChoices } from "@/lib/server/imports/mutations";
import * as memos from "@/lib/server/memos/mutations";
import * as people from "@/lib/server/people/mutations";
import { correctTranscript } from "@/lib/server/revisions/mutations";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { testDatabaseUrl, truncateAll } from "@/tests/support/database";
import { placesOf } from "@/tests/support/erasure/remains";
import { SECRET } from "@/tests/support/erasure/words";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { importChoices } from "@/tests/support/imports/batch";
import { newBatch, reaches, send, startWorker } from "@/tests/support/imports/files";

let a: StudyFixture;
let lead: StudyScope;
let coder: StudyScope;
beforeEach(async () => {
  a = (await buildFixture()).a;
  lead = await offlineScope(a.members.lead.userId, a.studyId);
  coder = await offlineScope(a.members.coder.userId, a.studyId);
});
afterEach(truncateAll);

const fresh = () => randomUUID();
const SAID = `Asking: Where?\nSomebody: At home, ${SECRET}.\n`;

const erase = () =>
  eraseInterviewee(lead, {
    ...{ eventId: fresh(), studyId: a.studyId, intervieweeId: a.intervieweeId, number: 1 },
    ...{ shared: "whole", reason: "consent" },
  });

const talk = (id = fresh()) =>
  addTranscript(coder, {
    ...draftOf(parseText(SAID), [], () => a.intervieweeId),
    ...{ eventId: fresh(), id, versionId: fresh(), title: SECRET, language: "en" },
    ...{ interviewId: a.interviewId, pairWith: null },
  });

/** Everything that somebody may be at when the interviewee is erased, and write down afterwards. */
const WRITES: Record<string, () => Promise<() => Promise<unknown>>> = {
  coding: async () => () =>
    applyOperations(coder, a.transcriptId, [
      {
        ...{ id: fresh(), kind: "annotate", segmentId: a.segmentId },
        base: { stance: "not_stated", permission: null, memo: "", certainty: null },
        changes: { stance: "not_stated", permission: null, memo: SECRET, certainty: null },
      },
    ]),
  "a memo on the person": async () => () =>
    memos.writeMemo(coder, {
      ...{ eventId: fresh(), id: fresh(), text: SECRET },
      target: { about: "interviewee", id: a.intervieweeId },
    }),
  "a memo on a segment": async () => () =>
    memos.writeMemo(coder, {
      ...{ eventId: fresh(), id: fresh(), text: SECRET },
      target: { about: "segment", id: a.segmentId },
    }),
  "an attribute that is deleted with its values": async () => {
    await prisma().attributeValue.updateMany({
      where: { attributeId: a.attributeId },
      data: { value: SECRET },
    });
    return () => people.deleteAttribute(lead, { eventId: fresh(), attributeId: a.attributeId });
  },
  "what is known of the person": async () => {
    const id = fresh();
    const attribute = { id, name: "Notes", kind: "text" as const, choices: [] };
    await people.addAttribute(lead, { eventId: fresh(), studyId: a.studyId, ...attribute });
    return () =>
      people.setValues(lead, {
        eventId: fresh(),
        intervieweeId: a.intervieweeId,
        base: {},
        wanted: { [id]: SECRET },
      });
  },
  "a correction": async () => () =>
    correctTranscript(coder, {
      ...{ eventId: fresh(), transcriptId: a.transcriptId, fromVersionId: a.versionId },
      ...{ change: "replaced", reason: SECRET, draft: draftOf(parseText(SAID), [], () => a.intervieweeId) },
    }),
  "another transcript": async () => () => talk(),
};

/** Answers once so many transactions wait for another. */
async function waiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await pool().query<{ waits: number }>(
      `SELECT count(*)::int AS waits FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`,
    );
    if ((rows[0]?.waits ?? 0) >= count) return;
  }
}

/** Lets two begin in this order while nobody can commit an event in the study, and then go on together. */
async function together(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<void> {
  await withClient(testDatabaseUrl, async (client) => {
    await client.query("BEGIN");
    await client.query(`SELECT 1 FROM "Study" WHERE "id" = $1 FOR UPDATE`, [a.studyId]);
    const settled = [first().catch((error: unknown) => error)];
    await waiting(1);
    settled.push(second().catch((error: unknown) => error));
    await waiting(2);
    await client.query("COMMIT");
    await Promise.all(settled);
  });
}

const gone = async () => {
  expect(await prisma().interviewee.count({ where: { id: a.intervieweeId } })).toBe(0);
  expect(await placesOf(SECRET)).toEqual([]);
};

describe.each(Object.entries(WRITES))("%s", (_, prepare) => {
  test("that is under way is erased with the rest", async () => {
    await together(await prepare(), erase);
    await gone();
  });

  test("that begins meanwhile finds nothing any more", async () => {
    await together(erase, await prepare());
    await gone();
  });
});

test("a file that is on its way to become a transcript leaves nothing, wherever it has come to", async () => {
  const batchId = await newBatch(coder);
  const ids = await Promise.all(
    Array.from({ length: 4 }, (_, at) =>
      send(coder, batchId, { name: `${SECRET}${at}.txt`, text: `${SAID}${at}\n` }),
    ),
  );
  const choices = importChoices({ title: SECRET, interviewId: a.interviewId });
  const worker = startWorker({ atOnce: 3 });
  try {
    for (const id of ids) await reaches(id, "read");
    const [chosen = "", ...handed] = ids;
    // One is chosen for at the very moment, the others are somewhere between being handed on and being stored.
    await Promise.all([
      addUploads(
        coder,
        batchId,
        handed.map((id) => ({ id, choices })),
      ).catch(() => null),
      keepChoices(coder, chosen, choices).catch(() => null),
      erase(),
    ]);
    await addUploads(coder, batchId, [{ id: chosen, choices }]).catch(() => null);
  } finally {
    await worker.stop();
  }
  // What nobody ever said whose it is stays where it waits for them to say so.
  const left = await prisma().upload.findMany({
    where: { batchId },
    select: { choices: true, transcriptId: true },
  });
  expect(left.filter((upload) => upload.choices !== null || upload.transcriptId !== null)).toEqual([]);
  expect(await prisma().transcript.count({ where: { title: SECRET } })).toBe(0);
  expect((await placesOf(SECRET)).filter((place) => !place.startsWith("Upload"))).toEqual([]);
});
