import { randomUUID } from "node:crypto";
import { type AccessTable, each, inStudy, open, signedIn } from "@/tests/support/access";

const fields = { title: "New", description: "", notice: "" };
const eventId = () => randomUUID();

export const table: AccessTable = {
  "loaders.loadShell": inStudy("study.view", ({ a }) => a.studyId),
  "GET studies/[studyId]/names": inStudy("study.view", ({ a }) => ({ params: { studyId: a.studyId } })),
  "GET studies/[studyId]/events": { elsewhere: "it has no end to wait for: tests/integration/live.test.ts" },
  "loaders.loadOverview": inStudy("study.view", ({ a }) => ({ studyId: a.studyId })),
  "loaders.loadSettings": inStudy("study.view", ({ a }) => ({ studyId: a.studyId })),
  "loaders.loadStudies": signedIn(() => ({})),
  "loaders.loadShareable": signedIn(() => ({})),
  "loaders.loadInvitation": open(({ a }) => ({ token: a.invitationToken })),
  // A study of one's own needs no role; sharing A's codebook needs what editing it needs.
  "actions.createStudy": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: randomUUID(),
    title: "C",
    description: "",
    codebookFrom: a.studyId,
    guideFrom: a.studyId,
  })),
  "actions.editStudy": inStudy("study.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    base: { ...fields, title: "A" },
    wanted: fields,
  })),
  "actions.invite": inStudy("members.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    invitationId: randomUUID(),
    email: "new@example.org",
    role: "lead",
  })),
  "actions.revokeInvitation": inStudy("members.edit", ({ a }) => ({
    eventId: eventId(),
    invitationId: a.invitationId,
  })),
  "actions.changeRole": inStudy("members.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    userId: a.members.viewer.userId,
    role: "coder",
  })),
  "actions.removeMember": inStudy("members.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    userId: a.members.viewer.userId,
  })),
  // The only owner stays; tests/integration/accounts-members.test.ts has what they are told.
  "actions.leaveStudy": each(
    (asker) =>
      asker === "nobody"
        ? "unauthenticated"
        : asker === "outsider"
          ? "not_found"
          : asker === "owner"
            ? "conflict"
            : "ok",
    ({ a }) => ({ eventId: eventId(), studyId: a.studyId }),
  ),
  "actions.acceptInvitationAsNew": open(({ a }) => ({
    token: a.invitationToken,
    name: "新人",
    password: "correct horse battery",
  })),
  // Bound to its address, which is nobody's here.
  "actions.acceptInvitation": each(
    (asker) => (asker === "nobody" ? "unauthenticated" : "forbidden"),
    ({ a }) => ({ token: a.invitationToken }),
  ),
};
