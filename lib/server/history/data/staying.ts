import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import type { Staying } from "@/lib/schemas/history";
import { prisma } from "@/lib/server/db";
import { linkedSegments } from "@/lib/server/memos/data";
import type { Stays } from "@/lib/server/stays";

/** Places that are listed at most. */
const MOST = 100;

/** What would stay of a step, as it is told to the member: who has changed it since, and where it is. */
export async function stayingOf(scope: StudyScope, { back, segmentIds, actorIds }: Stays): Promise<Staying> {
  const [people, links] = await Promise.all([
    prisma().user.findMany({
      where: { id: { in: [...(actorIds ?? [])] } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    linkedSegments(scope, segmentIds.slice(0, MOST)),
  ]);
  return {
    back,
    left: segmentIds.length,
    by: people.map(({ id, name }) => ({ name, own: id === scope.userId })),
    places: Object.entries(links)
      .map(([segmentId, place]) => ({ segmentId, ...place }))
      // In a transcript they are in the order of its text.
      .toSorted((a, b) => a.transcript.localeCompare(b.transcript)),
  };
}
