import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { type Permission, stricter } from "@/lib/domain/permission";
import { overlaps, type Range } from "@/lib/domain/segment";
import { permittedIn } from "@/lib/server/permitted";
import type { Connection } from "./rows";
import { groupBy } from "./words";

/** A function that says what quotations' own permissions hold for a range; null where none does. */
export async function ownPermissions(
  connection: Connection,
  scope: StudyScope,
  versionIds: readonly string[],
) {
  const byVersion = groupBy(await permittedIn(connection, scope, versionIds), ({ versionId }) => versionId);
  return (versionId: string, range: Range): Permission | null =>
    (byVersion.get(versionId) ?? [])
      .filter((each) => overlaps(each, range))
      .reduce<Permission | null>(
        (all, { permission }) => (all ? stricter(all, permission) : permission),
        null,
      );
}
