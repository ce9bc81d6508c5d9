import { z } from "zod";
import { ROLES, type Role } from "@/lib/access/can";
import { email } from "./accounts";
import { eventId, id, line, prose } from "./fields";

const role = z.enum(ROLES, "wrong");

export const StudyRef = z.object({ studyId: id });

/** What a study says of itself. */
export const StudyFields = z.object({
  title: line(200),
  description: prose(4000),
  /** Shown wherever the study's words are. */
  notice: prose(1000),
});
export type StudyFields = z.infer<typeof StudyFields>;

export const CreateStudy = StudyFields.pick({ title: true, description: true }).extend({
  eventId,
  studyId: id,
  /** The studies whose codebook and guide are shared; null for its own. */
  codebookFrom: id.nullable(),
  guideFrom: id.nullable(),
});
export type CreateStudy = z.infer<typeof CreateStudy>;

export const EditStudy = z.object({ eventId, studyId: id, base: StudyFields, wanted: StudyFields });
export type EditStudy = z.infer<typeof EditStudy>;

export const Invite = z.object({ eventId, studyId: id, invitationId: id, email, role });
export type Invite = z.infer<typeof Invite>;

export const RevokeInvitation = z.object({ eventId, invitationId: id });
export type RevokeInvitation = z.infer<typeof RevokeInvitation>;

export const ChangeRole = z.object({ eventId, studyId: id, userId: id, role });
export type ChangeRole = z.infer<typeof ChangeRole>;

export const RemoveMember = z.object({ eventId, studyId: id, userId: id });
export type RemoveMember = z.infer<typeof RemoveMember>;

export const LeaveStudy = z.object({ eventId, studyId: id });

/** A study in a person's list. */
export interface StudyRow extends StudyFields {
  id: string;
  /** The person's own. */
  role: Role;
  interviewees: number;
  transcripts: number;
  members: number;
}

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** Whether the account is closed. */
  disabled: boolean;
}

/** An invitation that was neither taken nor revoked. */
export interface PendingInvitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: string;
  expired: boolean;
}
