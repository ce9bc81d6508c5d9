"use server";

import { AcceptAsMember, AcceptAsNew } from "@/lib/schemas/accounts";
import {
  ChangeRole,
  CreateStudy,
  EditStudy,
  Invite,
  LeaveStudy,
  RemoveMember,
  RevokeInvitation,
} from "@/lib/schemas/studies";
import { defineAction } from "@/lib/server/access/define-action";
import { actor, scopeOf } from "@/lib/server/access/gate";
import { invitationToken } from "@/lib/server/auth/tokens";
import * as mutations from "./mutations";

export const createStudy = defineAction({
  input: CreateStudy,
  scope: () => actor(),
  run: async (who, { codebookFrom, guideFrom, ...study }) => {
    const codebook = codebookFrom ? await scopeOf("study", codebookFrom, "codebook.edit") : null;
    const guide = guideFrom ? await scopeOf("study", guideFrom, "guide.edit") : null;
    return mutations.createStudy(who, study, { codebook, guide });
  },
});

export const editStudy = defineAction({
  input: EditStudy,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.edit"),
  run: (scope, input) => mutations.editStudy(scope, input),
});

/** Answers the invitation with the path of its link, which is shown this once. */
export const invite = defineAction({
  input: Invite,
  scope: ({ studyId }) => scopeOf("study", studyId, "members.edit"),
  run: async (scope, input) => {
    const invitation = await mutations.invite(scope, input);
    return { ...invitation, path: `/invitations/${invitationToken(invitation.id)}` };
  },
});

export const revokeInvitation = defineAction({
  input: RevokeInvitation,
  scope: ({ invitationId }) => scopeOf("invitation", invitationId, "members.edit"),
  run: (scope, input) => mutations.revokeInvitation(scope, input),
});

export const changeRole = defineAction({
  input: ChangeRole,
  scope: ({ studyId }) => scopeOf("study", studyId, "members.edit"),
  run: (scope, input) => mutations.changeRole(scope, input),
});

export const removeMember = defineAction({
  input: RemoveMember,
  scope: ({ studyId }) => scopeOf("study", studyId, "members.edit"),
  run: (scope, input) => mutations.removeMember(scope, input),
});

export const leaveStudy = defineAction({
  input: LeaveStudy,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  run: (scope, input) => mutations.leaveStudy(scope, input),
});

/** By somebody without an account; the link's token is the proof. */
export const acceptInvitationAsNew = defineAction({
  input: AcceptAsNew,
  scope: async () => null,
  run: (_, input) => mutations.acceptAsNew(input),
});

export const acceptInvitation = defineAction({
  input: AcceptAsMember,
  scope: () => actor(),
  run: (who, input) => mutations.acceptAsMember(who, input),
});
