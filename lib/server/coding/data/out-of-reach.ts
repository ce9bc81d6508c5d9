import "server-only";
import type { z } from "zod";
import { can } from "@/lib/access/can";
import type { ActorScope } from "@/lib/access/scope";
import type { FindOutOfReach, OutOfReach } from "@/lib/schemas/left-work";
import { prisma } from "@/lib/server/db";

/** Which of these transcripts somebody can't open, so that what their browser keeps on them is seen elsewhere. */
export async function outOfReach(
  { userId }: Pick<ActorScope, "userId">,
  { transcriptIds, codeIds }: z.output<typeof FindOutOfReach>,
): Promise<OutOfReach> {
  const membership = { some: { userId } };
  const known = await prisma().transcript.findMany({
    where: { id: { in: transcriptIds }, study: { members: membership } },
    select: {
      id: true,
      study: { select: { title: true, members: { where: { userId }, select: { role: true } } } },
    },
  });
  const opened = new Set(
    known
      .filter(({ study }) => study.members.some(({ role }) => can(role, "transcript.read")))
      .map(({ id }) => id),
  );
  const titles = new Map(known.map(({ id, study }) => [id, study.title]));
  // Every member sees the codebook that the study uses.
  const codes = await prisma().code.findMany({
    where: { id: { in: codeIds }, study: { codebookUsers: { some: { members: membership } } } },
    select: { id: true, name: true },
  });
  return {
    transcripts: [...new Set(transcriptIds)]
      .filter((id) => !opened.has(id))
      .map((id) => ({ id, study: titles.get(id) ?? null })),
    codes,
  };
}
