import "server-only";

export { acceptAsMember, acceptAsNew, invite, revokeInvitation } from "./invitations";
export { changeRole, leaveStudy, removeMember } from "./members";
export { createStudy, editStudy } from "./studies";
