import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/server/db";
import { type AccessTable, inStudy } from "@/tests/support/access";
import type { Fixture } from "@/tests/support/fixture";

const ids = () => ({ eventId: randomUUID(), id: randomUUID() });

/** A thread of the coder's, about the study. */
async function thread({ a }: Fixture, fields: { deletedAt?: Date } = {}): Promise<string> {
  const id = randomUUID();
  const { studyId } = a;
  const authorId = a.members.coder.userId;
  await prisma().memo.create({ data: { id, studyId, authorId, about: "study", text: "Why?", ...fields } });
  return id;
}

const ref = async (fixture: Fixture, fields = {}) => ({
  eventId: randomUUID(),
  memoId: await thread(fixture, fields),
});

export const table: AccessTable = {
  "loaders.loadMemos": inStudy("memos.view", ({ a }) => ({ studyId: a.studyId })),
  "actions.writeMemo": inStudy("memos.view", ({ a }) => ({
    ...ids(),
    target: { about: "study", studyId: a.studyId },
    text: "What is missing?",
  })),
  // A trainee sees their own threads alone: another's does not exist for them.
  "actions.answerMemo": theirs(async (fixture) => ({
    ...ids(),
    threadId: await thread(fixture),
    text: "Because.",
  })),
  "actions.resolveThread": theirs((fixture) => ref(fixture)),
  "actions.reopenThread": theirs((fixture) => ref(fixture)),
  "actions.editMemo": authors(async (fixture) => ({ ...(await ref(fixture)), base: "Why?", text: "How?" })),
  "actions.deleteMemo": authors((fixture) => ref(fixture)),
  "actions.restoreMemo": authors((fixture) => ref(fixture, { deletedAt: new Date() })),
  "GET studies/[studyId]/memos": inStudy("memos.view", ({ a }) => ({ params: { studyId: a.studyId } })),
  "GET studies/[studyId]/memos/counts": inStudy("memos.view", ({ a }) => ({
    params: { studyId: a.studyId },
  })),
};

function theirs(make: (fixture: Fixture) => unknown) {
  const row = inStudy("memos.view", make);
  return {
    ...row,
    expected: (asker: Parameters<typeof row.expected>[0]) =>
      asker === "trainee" ? ("not_found" as const) : row.expected(asker),
  };
}

/** Their author alone changes or deletes them: the coder. */
function authors(make: (fixture: Fixture) => unknown) {
  const row = theirs(make);
  return {
    ...row,
    expected: (asker: Parameters<typeof row.expected>[0]) =>
      asker === "owner" || asker === "lead" ? ("forbidden" as const) : row.expected(asker),
  };
}
