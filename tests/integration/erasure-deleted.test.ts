import { randomUUID as fresh } from "node:crypto";
import { expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import { offlineScope } from "@/lib/server/access/offline";
import { previewInterviewee } from "@/lib/server/erasure/data";
import { eraseInterviewee } from "@/lib/server/erasure/mutations";
import { historyPage } from "@/lib/server/history/data";
import { undoEvent } from "@/lib/server/history/mutations";
import { writeMemo } from "@/lib/server/memos/mutations";
import * as people from "@/lib/server/people/mutations";
import { everything, placesOf } from "@/tests/support/erasure/remains";
import { SECRET, SECRET_JA } from "@/tests/support/erasure/words";
import { buildFixture } from "@/tests/support/fixture";

/** What counts anew by itself, or counts what is done. */
const MOVES = ["HistoryEvent", "Study", "Erased", "Digest", "SearchText"];

test("an interviewee who was deleted before is erased from there, with what was written on them, and is not brought back", async () => {
  const { a } = await buildFixture();
  const { studyId, sectorId } = a;
  const scopeOf = (role: Role) => offlineScope(a.members[role].userId, studyId);
  const lead = await scopeOf("lead");
  const erase = (person: { intervieweeId: string; number: number }) =>
    eraseInterviewee(lead, { eventId: fresh(), studyId, shared: "whole", reason: "consent", ...person });
  const before = await everything(...MOVES);
  const intervieweeId = fresh();
  const person = { intervieweeId, number: 78 };
  const fields = { number: 78, sectorId, position: SECRET, permission: "number", name: SECRET } as const;
  await people.addInterviewee(lead, { eventId: fresh(), studyId, id: intervieweeId, ...fields });
  const target = { about: "interviewee", id: intervieweeId } as const;
  await writeMemo(lead, { eventId: fresh(), id: fresh(), target, text: SECRET });
  await expect(erase({ ...person, intervieweeId: fresh() })).rejects.toMatchObject({ code: "not_found" });
  const deleted = fresh();
  await people.deleteInterviewee(lead, { eventId: deleted, intervieweeId });
  const row = async (role: Role) =>
    (await historyPage(await scopeOf(role), {}, { limit: 9 })).rows.find(({ id }) => id === deleted);
  expect((await row("lead"))?.erasable).toEqual(person);
  expect((await row("coder"))?.erasable).toBeNull();
  const foretold = await previewInterviewee(lead, intervieweeId, "whole");
  expect(foretold).toMatchObject({ counts: { memos: 1, transcripts: 0 }, transcripts: [], shared: [] });
  await expect(erase({ ...person, number: 77 })).rejects.toMatchObject({
    body: { fields: { number: "other_number" } },
  });
  expect(await erase(person)).toMatchObject({ number: 78, memos: 1 });
  expect(await placesOf(SECRET, SECRET_JA)).toEqual([]);
  expect(await everything(...MOVES)).toEqual(before);
  expect(await row("lead")).toMatchObject({ forgotten: "erased", erasable: null });
  await expect(erase(person)).rejects.toMatchObject({ code: "not_found" });
  await expect(undoEvent(lead, { eventId: fresh(), undoes: deleted })).rejects.toMatchObject({
    body: { detail: "history_erased" },
  });
});
