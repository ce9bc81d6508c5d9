import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import type { ExcerptFilter, WaitingSegments } from "@/lib/schemas/excerpts";
import { inSnapshot } from "@/lib/server/compare/data";
import { anythingWaits, excerptFrame, wantedOf } from "./frame";
import type { Resolved } from "./resolve";
import { walkInOrder } from "./walk";

/** Rows looked at at once. */
const CHUNK = 2000;
/** Transcripts that are named, at most: the list of transcripts shows the others. */
const NAMED = 3;

/**
 * What a filter leaves out because it waits to be placed after a correction. Each segment is judged by the
 * version that it stands on: by who speaks there, and by the question that is answered there. Those who may
 * not read transcripts are told nothing of single people that may not be tied to a number.
 */
export async function waitingSegments(scope: StudyScope, filter: ExcerptFilter): Promise<WaitingSegments> {
  const reads = can(scope.role, "transcript.read");
  const segments = new Set<string>();
  const places = new Map<string, { id: string; title: string; segments: number }>();
  const add = ({ row, transcript: { id, title } }: Resolved) => {
    if (segments.has(row.segmentId)) return;
    segments.add(row.segmentId);
    const place = places.get(id) ?? { id, title, segments: 0 };
    place.segments += 1;
    places.set(id, place);
  };
  if (await anythingWaits(scope))
    await inSnapshot(async (connection) => {
      const frame = await excerptFrame(scope, filter, "waiting", connection);
      const wanted = wantedOf(frame, filter);
      for await (const chunk of walkInOrder(connection, frame, wanted, null, CHUNK))
        for (const each of chunk) if (!wanted.single || each.numbered || reads) add(each);
    });
  const most = [...places.values()].sort((a, b) => b.segments - a.segments);
  return {
    segments: segments.size,
    transcripts: reads ? { count: most.length, first: most.slice(0, NAMED) } : null,
  };
}
