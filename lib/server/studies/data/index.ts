import "server-only";

export { invitationOf, type Member, members, type PendingInvitation, pendingInvitations } from "./members";
export { overviewOf } from "./overview";
export { type StudyRow, type StudySettings, settingsOf, shareable, shellOf, studiesOf } from "./studies";
