import type { StudyScope } from "@/lib/access/scope";
import { offlineActor, offlineScope } from "@/lib/server/access/offline";
import { mutate } from "@/lib/server/history";
import { createStudy } from "@/lib/server/studies/mutations";
import { accounts } from "@/seeds/human-security/accounts";
import { study } from "@/seeds/human-security/study";
import { idOf } from "@/seeds/ids";
import { userIdOf } from "./accounts";

export const studyId = idOf("study");

/** Makes the study with its members, and answers the lead's scope, in which the rest is written. */
export async function loadStudy(): Promise<StudyScope> {
  const owner = await offlineActor(userIdOf("owner"));
  await createStudy(owner, { eventId: idOf("event", "study"), studyId, ...study, sample: true });
  const members = accounts
    .filter(({ key }) => key !== "owner")
    .map(({ key, role }) => ({ userId: userIdOf(key), role }));
  await mutate(
    { studyId, userId: owner.userId },
    { id: idOf("event", "members"), kind: "member.join" },
    async (tx) => {
      await tx.membership.createMany({ data: members.map((member) => ({ studyId, ...member })) });
      return { after: members };
    },
  );
  return offlineScope(userIdOf("lead"), studyId);
}
