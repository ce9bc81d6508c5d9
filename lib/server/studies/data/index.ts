import "server-only";

export { invitationOf, members, pendingInvitations } from "./members";
export { namesOf, namesStamp } from "./names";
export { overviewOf } from "./overview";
export { settingsOf, shareable, shellOf, studiesOf } from "./studies";
