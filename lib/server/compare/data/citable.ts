import "server-only";
import type { CountedTurn } from "@/lib/domain/compare";
import { firstEndingAfter, talkParts } from "@/lib/domain/compare/talk";
import { citation, type Permission, permissionOf } from "@/lib/domain/permission";
import type { Range } from "@/lib/domain/segment";

/** Who speaks in a range, in the order in which they do, and how it may be cited. */
export interface Voices {
  intervieweeIds: string[];
  /** Whether somebody speaks who is not yet known to be one of the interviewees. */
  unknown: boolean;
  permission: Permission;
}

/**
 * A function that tells whose words a segment of the transcript holds and how they may be cited: as the
 * strictest of those who speak allows, and the segment's own permission. Words of a speaker who is not yet
 * known to be one of the interviewees are withheld unless the segment says otherwise.
 */
export function voicesIn(
  turns: readonly CountedTurn[],
  defaults: ReadonlyMap<string, Permission>,
): (segment: Range & { readonly permission: Permission | null }) => Voices {
  const parts = talkParts({ id: "", language: "", starts: [], passages: [], segments: [], turns }, {});
  return (segment) => {
    const speakers = new Set<string | null>();
    for (let at = firstEndingAfter(parts, segment.start); at < parts.length; at += 1) {
      const part = parts[at];
      if (!part || part.start >= segment.end) break;
      speakers.add(part.intervieweeId);
    }
    const intervieweeIds = [...speakers].filter((id) => id !== null);
    const known = intervieweeIds.map((id): Permission => defaults.get(id) ?? "withheld");
    const unknown = speakers.has(null);
    if (unknown && segment.permission === null) known.push("withheld");
    return { intervieweeIds, unknown, permission: permissionOf(known, segment.permission) };
  };
}

/** Whether talk with this permission may be cited with its interviewees' numbers. */
export function showsNumber(permission: Permission): boolean {
  return citation({ permission, intervieweeNumber: 0, sector: "", name: null }).number !== null;
}
