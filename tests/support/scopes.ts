import type { Role } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { offlineScope } from "@/lib/server/access/offline";
import type { StudyFixture } from "./fixture";

/** What each of a study's members may do, by their role. */
export async function scopesOf({
  members,
  studyId,
}: Pick<StudyFixture, "members" | "studyId">): Promise<Record<Role, StudyScope>> {
  const scopes = Object.entries(members).map(
    async ([role, { userId }]) => [role, await offlineScope(userId, studyId)] as const,
  );
  return Object.fromEntries(await Promise.all(scopes)) as Record<Role, StudyScope>;
}
