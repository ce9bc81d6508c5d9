import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { withClient } from "@/lib/launch/database";
import { offlineScope } from "@/lib/server/access/offline";
import { pool, prisma } from "@/lib/server/db";
import * as guide from "@/lib/server/guide/mutations";
import * as people from "@/lib/server/people/mutations";
import * as studies from "@/lib/server/studies/mutations";
import { testDatabaseUrl } from "@/tests/support/database";
import { buildFixture, type Fixture } from "@/tests/support/fixture";

let fixture: Fixture;
let lead: StudyScope;

beforeEach(async () => {
  fixture = await buildFixture();
  lead = await offlineScope(fixture.a.members.lead.userId, fixture.a.studyId);
});

/** Answers once some write waits for another. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await pool().query<{ waits: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_stat_activity
       WHERE "datname" = current_database() AND "wait_event_type" = 'Lock') AS waits`,
    );
    if (rows[0]?.waits) return;
  }
}

/** Begins `edit` while another transaction holds a change of the row, and then lets that change stand first. */
async function behind(change: string, id: string, edit: () => Promise<unknown>): Promise<void> {
  await withClient(testDatabaseUrl, async (client) => {
    await client.query("BEGIN");
    await client.query(change, [id]);
    const edited = edit();
    await somebodyWaits();
    await client.query("COMMIT");
    await edited;
  });
}

test("an edit of an interviewee keeps what somebody else changes at the same moment", async () => {
  const id = fixture.a.intervieweeId;
  const { studyId: _, id: _id, ...row } = await prisma().interviewee.findUniqueOrThrow({ where: { id } });
  const base = { ...row, name: "" };
  await behind(`UPDATE "Interviewee" SET "position" = 'theirs' WHERE "id" = $1`, id, () =>
    people.editInterviewee(lead, {
      eventId: randomUUID(),
      intervieweeId: id,
      base,
      wanted: { ...base, permission: "sector" },
    }),
  );
  expect(await prisma().interviewee.findUnique({ where: { id } })).toMatchObject({
    position: "theirs",
    permission: "sector",
  });
});

test("an edit of an interview keeps what somebody else changes at the same moment", async () => {
  const id = fixture.a.interviewId;
  const base = {
    date: null,
    minutes: null,
    interviewers: [],
    mode: "",
    place: "",
    intervieweeIds: [fixture.a.intervieweeId],
  };
  await prisma().interview.update({
    where: { id },
    data: { date: null, minutes: null, interviewers: [], mode: "", place: "" },
  });
  await prisma().interviewInterviewee.deleteMany({
    where: { interviewId: id, intervieweeId: { not: fixture.a.intervieweeId } },
  });
  await behind(`UPDATE "Interview" SET "place" = 'theirs' WHERE "id" = $1`, id, () =>
    people.editInterview(lead, {
      eventId: randomUUID(),
      interviewId: id,
      base,
      wanted: { ...base, minutes: 50 },
    }),
  );
  expect(await prisma().interview.findUnique({ where: { id } })).toMatchObject({
    place: "theirs",
    minutes: 50,
  });
});

test("edits of a cluster and of a question keep what somebody else changes at the same moment", async () => {
  const { clusterId, questionId } = fixture.a;
  const { key, title } = await prisma().cluster.findUniqueOrThrow({ where: { id: clusterId } });
  await behind(`UPDATE "Cluster" SET "title" = 'theirs' WHERE "id" = $1`, clusterId, () =>
    guide.editCluster(lead, {
      eventId: randomUUID(),
      clusterId,
      base: { key, title },
      wanted: { key: "ours", title },
    }),
  );
  expect(await prisma().cluster.findUnique({ where: { id: clusterId } })).toMatchObject({
    key: "ours",
    title: "theirs",
  });
  const question = await prisma().question.findUniqueOrThrow({ where: { id: questionId } });
  const base = { key: question.key, text: question.text, followUp: question.followUp };
  await behind(`UPDATE "Question" SET "text" = 'theirs' WHERE "id" = $1`, questionId, () =>
    guide.editQuestion(lead, {
      eventId: randomUUID(),
      questionId,
      base,
      wanted: { ...base, followUp: !base.followUp },
    }),
  );
  expect(await prisma().question.findUnique({ where: { id: questionId } })).toMatchObject({
    text: "theirs",
    followUp: !base.followUp,
  });
});

test("an edit of a study keeps what somebody else changes at the same moment", async () => {
  const { studyId } = fixture.a;
  const { title, description, notice } = await prisma().study.findUniqueOrThrow({ where: { id: studyId } });
  const base = { title, description, notice };
  await behind(`UPDATE "Study" SET "notice" = 'theirs' WHERE "id" = $1`, studyId, () =>
    studies.editStudy(lead, {
      eventId: randomUUID(),
      studyId,
      base,
      wanted: { ...base, description: "ours" },
    }),
  );
  expect(await prisma().study.findUnique({ where: { id: studyId } })).toMatchObject({
    notice: "theirs",
    description: "ours",
  });
});

test("a sector that is being renamed is not renamed over it unseen", async () => {
  const { sectorId } = fixture.a;
  const { name } = await prisma().sector.findUniqueOrThrow({ where: { id: sectorId } });
  const renamed = behind(`UPDATE "Sector" SET "name" = 'theirs' WHERE "id" = $1`, sectorId, () =>
    people.renameSector(lead, { eventId: randomUUID(), sectorId, base: name, name: "ours" }),
  );
  await expect(renamed).rejects.toMatchObject({ code: "conflict", body: { detail: "changed_meanwhile" } });
});
