import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { ErasePreview, Shared } from "@/lib/schemas/erasure";
import { prisma } from "@/lib/server/db";
import type { Tx } from "@/lib/server/history";
import { elsewhere } from "@/lib/server/revisions/data";
import { codersOf, countReach } from "./counts";
import { heldWith, type Reach, reachOfInterviewee, reachOfTranscript } from "./reach";

/** What erasing an interviewee would take. Throws `not_found` where the study has none such. */
export async function previewInterviewee(
  scope: StudyScope,
  intervieweeId: string,
  shared: Shared,
): Promise<ErasePreview> {
  const tx = prisma();
  const reach = await reachOfInterviewee(tx, scope, intervieweeId, shared);
  const { transcripts } = await heldWith(tx, scope, intervieweeId);
  return {
    ...(await shown(tx, scope, reach)),
    shared: groups(transcripts),
    elsewhere: await namedElsewhere(scope, reach),
  };
}

/** Where the name stands beside what goes. What is written of themselves goes with them. */
async function namedElsewhere(
  scope: StudyScope,
  { person, transcriptIds }: Reach,
): Promise<ErasePreview["elsewhere"]> {
  if (!person?.name) return [];
  const gone = new Set(transcriptIds);
  const counts = new Map<ErasePreview["elsewhere"][number]["where"], number>();
  for (const { where, count, transcript } of await elsewhere(scope, person.name))
    if (where !== "people" && !(transcript && gone.has(transcript.id)))
      counts.set(where, (counts.get(where) ?? 0) + count);
  return [...counts].map(([where, count]) => ({ where, count }));
}

/** What erasing a transcript would take. Throws `not_found` where the study has none such. */
export async function previewTranscript(scope: StudyScope, transcriptId: string): Promise<ErasePreview> {
  const tx = prisma();
  const reach = await reachOfTranscript(tx, scope, transcriptId);
  return { ...(await shown(tx, scope, reach)), shared: [], elsewhere: [] };
}

/** That a transcript of the study was erased, and when. Throws `not_found` of any other. */
export async function erasedTranscript({ studyId }: StudyScope, id: string) {
  const row = await prisma().erased.findFirst({
    where: { id, studyId, kind: "transcript" },
    select: { at: true },
  });
  if (!row) throw new AppError("not_found");
  return { studyId, transcriptId: id, at: row.at.toISOString() };
}

/** Which of these transcripts have been erased, of studies that the person is a member of. */
export async function erasedAmong({ userId }: { userId: string }, ids: readonly string[]): Promise<string[]> {
  const rows = await prisma().erased.findMany({
    where: { id: { in: [...ids] }, kind: "transcript", study: { members: { some: { userId } } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function shown(tx: Tx, scope: StudyScope, reach: Reach) {
  const { transcriptIds } = reach;
  const transcripts = await tx.transcript.findMany({
    where: { id: { in: transcriptIds } },
    select: { id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
  return {
    counts: await countReach(tx, reach),
    coders: await codersOf(tx, scope, transcriptIds),
    transcripts,
  };
}

/** Transcripts with others, by who these are. */
function groups(transcripts: readonly { others: number[] }[]): ErasePreview["shared"] {
  const found = new Map<string, ErasePreview["shared"][number]>();
  for (const { others } of transcripts) {
    if (others.length === 0) continue;
    const key = others.join(" ");
    const known = found.get(key) ?? { transcripts: 0, others };
    known.transcripts += 1;
    found.set(key, known);
  }
  return [...found.values()];
}
