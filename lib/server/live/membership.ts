import "server-only";
import type { Role } from "@/lib/access/can";
import { pool } from "@/lib/server/db";
import { BLIND, holds, STANDING, type Standing } from "@/lib/server/standing";
import type { LiveStream } from "./stream";

/** A stream that may not go on; `changed` where another is to take its place, since its member may see other things now. */
interface Ended {
  stream: LiveStream;
  changed: boolean;
}

interface Row extends Standing {
  studyId: string;
  userId: string;
  role: Role;
  blind: boolean;
}

/**
 * Those of the streams that may not go on as they are: the session or the membership has ended, or the
 * role has changed, or whether they are blind in a round. One query for all of them.
 */
export async function endedAmong(streams: readonly LiveStream[]): Promise<Ended[]> {
  if (streams.length === 0) return [];
  const { rows } = await pool().query<Row>({
    name: "live-members",
    text: `SELECT m."studyId", m."userId", m."role", ${BLIND}, ${STANDING}
      FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
      JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[])) AS asked ("studyId", "userId")
        ON asked."studyId" = m."studyId" AND asked."userId" = m."userId"`,
    values: [streams.map(({ viewer }) => viewer.studyId), streams.map(({ viewer }) => viewer.userId)],
  });
  const members = new Map(rows.map((row) => [`${row.studyId} ${row.userId}`, row]));
  return streams.flatMap((stream): Ended[] => {
    const { studyId, userId, epoch, role, blind } = stream.viewer;
    const member = members.get(`${studyId} ${userId}`);
    if (!member || !holds(member, epoch)) return [{ stream, changed: false }];
    return member.role === role && member.blind === blind.size > 0 ? [] : [{ stream, changed: true }];
  });
}
