import "server-only";

export { invitationOf, members, pendingInvitations } from "./members";
export { overviewOf } from "./overview";
export { settingsOf, shareable, shellOf, studiesOf } from "./studies";
