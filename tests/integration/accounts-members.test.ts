import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "@/lib/access/can";
import { hashPassword } from "@/lib/server/auth/password";
import { signInWithPassword } from "@/lib/server/auth/sign-in";
import { prisma } from "@/lib/server/db";
import {
  acceptInvitation,
  acceptInvitationAsNew,
  changeRole,
  createStudy,
  editStudy,
  invite,
  leaveStudy,
  removeMember,
  revokeInvitation,
} from "@/lib/server/studies/actions";
import { asking } from "@/tests/support/asking";
import { truncateAll } from "@/tests/support/database";
import { addInvitation, addPerson, buildFixture, type StudyFixture } from "@/tests/support/fixture";

const PASSWORD = "海と山と correct horse";
let a: StudyFixture;

beforeEach(async () => {
  await truncateAll();
  ({ a } = await buildFixture());
});

const failure = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });
const roleOf = async (userId: string): Promise<Role | undefined> =>
  (await prisma().membership.findUnique({ where: { studyId_userId: { studyId: a.studyId, userId } } }))?.role;
const as = (role: Role) => {
  asking.as = a.members[role];
};

describe("an invitation", () => {
  const asked = (fields: object = {}) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    invitationId: randomUUID(),
    email: "New@Example.org",
    role: "coder" as Role,
    ...fields,
  });
  const tokenOf = (path: string) => path.slice("/invitations/".length);
  const taking = (token: string) => ({ token, name: "新人", password: PASSWORD });

  test("makes an account of its address in its role, once", async () => {
    as("lead");
    const made = await invite(asked());
    if (!made.ok) throw new Error(made.error.code);
    const token = tokenOf(made.value.path);
    expect(await acceptInvitationAsNew(taking(token))).toEqual({
      ok: true,
      value: { studyId: a.studyId, email: "new@example.org" },
    });
    const claim = await signInWithPassword("new@example.org", PASSWORD, "");
    expect(await roleOf(claim?.userId ?? "")).toBe("coder");
    expect(await acceptInvitationAsNew(taking(token))).toEqual(
      failure("conflict", { detail: "invitation_over" }),
    );
  });

  test("is the same when it is asked for twice, and its token is stored nowhere", async () => {
    as("owner");
    const input = asked();
    const first = await invite(input);
    expect(await invite(input)).toEqual(first);
    expect(await prisma().invitation.count({ where: { studyId: a.studyId, email: "new@example.org" } })).toBe(
      1,
    );
    if (!first.ok) throw new Error(first.error.code);
    const stored = JSON.stringify([
      await prisma().invitation.findMany(),
      await prisma().historyEvent.findMany({ omit: { seq: true } }),
    ]);
    expect(stored).not.toContain(tokenOf(first.value.path));
  });

  test("makes one account when it is taken several times at once", async () => {
    const before = await prisma().user.count();
    const results = await Promise.all(
      Array.from({ length: 5 }, () => acceptInvitationAsNew(taking(a.invitationToken))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const late = failure("conflict", { detail: "invitation_over" });
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(4).fill(late));
    expect(await prisma().user.count()).toBe(before + 1);
  });

  test.each([
    ["run out", { expiresAt: new Date(Date.now() - 1000) }],
    ["been revoked", { revokedAt: new Date() }],
  ])("is not open once it has %s", async (_, fields) => {
    const { token } = await addInvitation(a.studyId, a.members.owner.userId, {
      email: "late@example.org",
      role: "coder",
      ...fields,
    });
    expect(await acceptInvitationAsNew(taking(token))).toEqual(
      failure("conflict", { detail: "invitation_over" }),
    );
    expect(await prisma().user.count({ where: { email: "late@example.org" } })).toBe(0);
  });

  test("takes in the account of its address, signed in, and no other", async () => {
    const person = await addPerson("Guest");
    const { token } = await addInvitation(a.studyId, a.members.owner.userId, {
      email: person.email,
      role: "lead",
    });
    expect(await acceptInvitationAsNew(taking(token))).toEqual(
      failure("conflict", { detail: "account_exists" }),
    );
    as("coder");
    expect(await acceptInvitation({ token })).toEqual(failure("forbidden", { detail: "other_address" }));
    asking.as = person;
    expect(await acceptInvitation({ token })).toEqual({ ok: true, value: { studyId: a.studyId } });
    expect(await roleOf(person.userId)).toBe("lead");
  });

  test("to be an owner is for owners to make, revoke and take back", async () => {
    as("lead");
    expect(await invite(asked({ role: "owner" }))).toEqual(failure("forbidden"));
    const { id, token } = await addInvitation(a.studyId, a.members.owner.userId, {
      email: "o@example.org",
      role: "owner",
    });
    expect(await revokeInvitation({ eventId: randomUUID(), invitationId: id })).toEqual(failure("forbidden"));
    as("owner");
    expect((await revokeInvitation({ eventId: randomUUID(), invitationId: id })).ok).toBe(true);
    expect(await acceptInvitationAsNew(taking(token))).toEqual(
      failure("conflict", { detail: "invitation_over" }),
    );
  });

  test("of a member is refused", async () => {
    as("owner");
    expect(await invite(asked({ email: a.members.coder.email }))).toEqual(
      failure("conflict", { fields: { email: "taken" }, detail: "already_member" }),
    );
  });

  test("leaves its event in the history, by the person who joins", async () => {
    await acceptInvitationAsNew(taking(a.invitationToken));
    const [event] = await prisma().historyEvent.findMany({
      where: { studyId: a.studyId },
      include: { actor: true },
    });
    expect(event).toMatchObject({ kind: "member.join", seq: 1n, actor: { name: "新人" } });
  });
});

describe("members", () => {
  const change = (userId: string, role: Role) =>
    changeRole({ eventId: randomUUID(), studyId: a.studyId, userId, role });
  const remove = (userId: string) => removeMember({ eventId: randomUUID(), studyId: a.studyId, userId });

  test("are changed by leads, but owners by owners alone", async () => {
    as("lead");
    expect((await change(a.members.coder.userId, "lead")).ok).toBe(true);
    expect(await change(a.members.coder.userId, "owner")).toEqual(failure("forbidden"));
    expect(await change(a.members.owner.userId, "coder")).toEqual(failure("forbidden"));
    expect(await remove(a.members.owner.userId)).toEqual(failure("forbidden"));
    as("owner");
    expect((await change(a.members.coder.userId, "owner")).ok).toBe(true);
    expect((await remove(a.members.lead.userId)).ok).toBe(true);
    as("lead");
    expect(await remove(a.members.viewer.userId)).toEqual(failure("not_found"));
  });

  test("of another study are not found", async () => {
    as("owner");
    const stranger = await addPerson("Stranger");
    expect(await change(stranger.userId, "coder")).toEqual(failure("not_found"));
    expect(await remove(stranger.userId)).toEqual(failure("not_found"));
  });

  test("always include an owner", async () => {
    as("owner");
    const last = failure("conflict", { detail: "last_owner" });
    expect(await change(a.members.owner.userId, "lead")).toEqual(last);
    expect(await remove(a.members.owner.userId)).toEqual(last);
    expect(await leaveStudy({ eventId: randomUUID(), studyId: a.studyId })).toEqual(last);
    expect(await roleOf(a.members.owner.userId)).toBe("owner");
  });

  test("still include one when both owners leave at once", async () => {
    await prisma().membership.update({
      where: { studyId_userId: { studyId: a.studyId, userId: a.members.lead.userId } },
      data: { role: "owner" },
    });
    as("owner");
    const one = leaveStudy({ eventId: randomUUID(), studyId: a.studyId });
    as("lead");
    const results = await Promise.all([one, leaveStudy({ eventId: randomUUID(), studyId: a.studyId })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await prisma().membership.count({ where: { studyId: a.studyId, role: "owner" } })).toBe(1);
  });

  test("who are removed no longer have the study, at once; what they coded stays", async () => {
    as("owner");
    await remove(a.members.coder.userId);
    as("coder");
    expect(await leaveStudy({ eventId: randomUUID(), studyId: a.studyId })).toEqual(failure("not_found"));
    expect(await prisma().segment.count({ where: { coderId: a.members.coder.userId } })).toBe(1);
  });
});

describe("a study", () => {
  const fields = { title: "聞き取り 👂🏽 e\u0301", description: "x" };

  test("is made once, owned by its maker, with its own codebook and guide", async () => {
    const person = await addPerson("Maker", { passwordHash: await hashPassword(PASSWORD) });
    asking.as = person;
    const input = {
      ...fields,
      eventId: randomUUID(),
      studyId: randomUUID(),
      codebookFrom: null,
      guideFrom: null,
    };
    const results = await Promise.all([createStudy(input), createStudy(input), createStudy(input)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(results[1]).toEqual(results[0]);
    const study = await prisma().study.findUniqueOrThrow({
      where: { id: input.studyId },
      include: { members: true, events: true },
    });
    expect(study).toMatchObject({
      title: fields.title,
      codebookStudyId: study.id,
      guideStudyId: study.id,
      seq: 1n,
    });
    expect(study.members).toMatchObject([{ userId: person.userId, role: "owner" }]);
    expect(study.events).toHaveLength(1);
  });

  test("shares a codebook from the study that has it, and from no study that shares it itself", async () => {
    as("lead");
    const share = (from: string) =>
      createStudy({
        ...fields,
        eventId: randomUUID(),
        studyId: randomUUID(),
        codebookFrom: from,
        guideFrom: null,
      });
    const second = await share(a.studyId);
    expect(second).toMatchObject({ ok: true, value: { codebookStudyId: a.studyId } });
    if (!second.ok) return;
    expect(second.value.guideStudyId).toBe(second.value.id);
    expect(await share(second.value.id)).toEqual(failure("invalid", { fields: { codebookFrom: "wrong" } }));
  });

  test("keeps both people's changes where they are of different fields, and shows a conflict where not", async () => {
    as("owner");
    const base = { title: "A", description: "", notice: "" };
    const edit = (wanted: object) =>
      editStudy({ eventId: randomUUID(), studyId: a.studyId, base, wanted: { ...base, ...wanted } });
    expect((await edit({ title: "One" })).ok).toBe(true);
    expect(await edit({ notice: "Two" })).toEqual({
      ok: true,
      value: { title: "One", description: "", notice: "Two" },
    });
    expect(await edit({ title: "Three" })).toMatchObject(
      failure("conflict", { fields: { title: "changed_meanwhile" } }),
    );
  });

  test("numbers its events without a gap, whoever writes at once", async () => {
    as("owner");
    const base = { title: "A", description: "", notice: "" };
    await Promise.all(
      Array.from({ length: 8 }, () =>
        editStudy({ eventId: randomUUID(), studyId: a.studyId, base, wanted: base }),
      ),
    );
    const events = await prisma().historyEvent.findMany({
      where: { studyId: a.studyId },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ seq }) => seq)).toEqual([1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n]);
  });

  test("does not take another person's event id for its own", async () => {
    as("owner");
    const eventId = randomUUID();
    const base = { title: "A", description: "", notice: "" };
    expect((await editStudy({ eventId, studyId: a.studyId, base, wanted: base })).ok).toBe(true);
    as("lead");
    expect(await editStudy({ eventId, studyId: a.studyId, base, wanted: base })).toEqual(failure("conflict"));
  });
});
