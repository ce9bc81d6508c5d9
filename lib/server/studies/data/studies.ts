import "server-only";
import { can } from "@/lib/access/can";
import { followedFrom } from "@/lib/access/live";
import type { ActorScope, StudyScope } from "@/lib/access/scope";
import { positionText } from "@/lib/schemas/live";
import type { ShellData } from "@/lib/schemas/shell";
import type { StudyRow } from "@/lib/schemas/studies";
import { blindTranscripts } from "@/lib/server/blind";
import { prisma } from "@/lib/server/db";
import { sampleMode } from "@/lib/server/env";
import { lastSeqs } from "@/lib/server/live";

/** The studies that the person is a member of, by title. */
export async function studiesOf({ userId }: ActorScope): Promise<StudyRow[]> {
  const rows = await prisma().membership.findMany({
    where: { userId },
    select: {
      role: true,
      study: {
        select: {
          id: true,
          title: true,
          description: true,
          notice: true,
          _count: { select: { interviewees: true, transcripts: true, members: true } },
        },
      },
    },
    orderBy: { study: { title: "asc" } },
  });
  return rows.map(({ role, study: { _count: counts, ...study } }) => ({ ...study, ...counts, role }));
}

/** The studies whose codebook and guide the person may share with a new one: theirs to edit, and the study's own. */
export async function shareable({ userId }: ActorScope): Promise<{
  codebooks: { id: string; title: string }[];
  guides: { id: string; title: string }[];
}> {
  const rows = await prisma().membership.findMany({
    where: { userId },
    select: {
      role: true,
      study: { select: { id: true, title: true, codebookStudyId: true, guideStudyId: true } },
    },
    orderBy: { study: { title: "asc" } },
  });
  const pick = ({ study: { id, title } }: (typeof rows)[number]) => ({ id, title });
  return {
    codebooks: rows
      .filter(({ role, study }) => can(role, "codebook.edit") && study.codebookStudyId === study.id)
      .map(pick),
    guides: rows
      .filter(({ role, study }) => can(role, "guide.edit") && study.guideStudyId === study.id)
      .map(pick),
  };
}

/** What the frame around every page of a study shows. */
export async function shellOf(scope: StudyScope): Promise<ShellData> {
  const db = prisma();
  const followed = followedFrom(scope);
  const [seqs, user, study, blind] = await Promise.all([
    lastSeqs(followed),
    db.user.findUniqueOrThrow({ where: { id: scope.userId }, select: { name: true, email: true } }),
    db.study.findUniqueOrThrow({
      where: { id: scope.studyId },
      select: { id: true, title: true, notice: true },
    }),
    blindTranscripts(scope),
  ]);
  const position = positionText(followed.map((id) => seqs.get(id) ?? 0));
  const { userId: me, role } = scope;
  return { user, me, role, sampleMode: sampleMode(), study, blind: blind.size, position };
}

/** What a study says of itself, and whose codebook and guide it uses. */
export async function settingsOf(scope: StudyScope) {
  const study = await prisma().study.findUniqueOrThrow({
    where: { id: scope.studyId },
    select: {
      title: true,
      description: true,
      notice: true,
      codebookStudy: { select: { id: true, title: true } },
      guideStudy: { select: { id: true, title: true } },
    },
  });
  const { codebookStudy, guideStudy, ...fields } = study;
  return {
    fields,
    sharedCodebook: codebookStudy.id === scope.studyId ? null : codebookStudy.title,
    sharedGuide: guideStudy.id === scope.studyId ? null : guideStudy.title,
  };
}
