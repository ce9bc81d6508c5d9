import "server-only";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/access/can";
import { InvitationLink } from "@/lib/schemas/accounts";
import { StudyRef } from "@/lib/schemas/studies";
import { defineLoader } from "@/lib/server/access/define-loader";
import { actor, scopeOf, visitor } from "@/lib/server/access/gate";
import {
  invitationOf,
  members,
  overviewOf,
  pendingInvitations,
  settingsOf,
  shareable,
  shellOf,
  studiesOf,
} from "./data";

/** The frame around every page of a study; once a request, whoever asks. */
const shell = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: (scope) => shellOf(scope),
});
export const loadShell = cache((studyId: string) => shell({ studyId }));

export const loadStudies = defineLoader({
  input: z.object({}),
  scope: () => actor(),
  load: async (who) => ({ me: who.userId, studies: await studiesOf(who) }),
});

/** What a new study may share. */
export const loadShareable = defineLoader({
  input: z.object({}),
  scope: () => actor(),
  load: (who) => shareable(who),
});

export const loadOverview = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: (scope) => overviewOf(scope),
});

/** The settings, and the members for those who may see them. Everybody may open it: it is where one leaves. */
export const loadSettings = defineLoader({
  input: StudyRef,
  scope: ({ studyId }) => scopeOf("study", studyId, "study.view"),
  load: async (scope) => {
    const seesMembers = can(scope.role, "members.view");
    const [settings, everybody, invitations] = await Promise.all([
      settingsOf(scope),
      seesMembers ? members(scope) : null,
      seesMembers ? pendingInvitations(scope) : null,
    ]);
    return { ...settings, userId: scope.userId, role: scope.role, members: everybody, invitations };
  },
});

/** For the holder of an invitation's link, signed in or not; null where it is no longer open. */
export const loadInvitation = defineLoader({
  input: InvitationLink,
  scope: () => visitor(),
  load: (who, { token }) => invitationOf(token, who),
});
