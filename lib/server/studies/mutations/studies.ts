import "server-only";
import { AppError } from "@/lib/access/errors";
import type { ActorScope, StudyScope } from "@/lib/access/scope";
import { merge } from "@/lib/domain/merge";
import type { CreateStudy, EditStudy, StudyFields } from "@/lib/schemas/studies";
import { changedMeanwhile } from "@/lib/server/changed";
import { mutate } from "@/lib/server/history";
import { lockRow } from "@/lib/server/lock";

/** The studies whose codebook and guide a new one shares, each proven by the person's scope in it. */
export interface Shared {
  codebook: StudyScope | null;
  guide: StudyScope | null;
}

interface NewStudy extends Pick<CreateStudy, "eventId" | "studyId" | "title" | "description"> {
  notice?: string;
  /** Made by the loader of the sample. */
  sample?: boolean;
}

/**
 * Makes a study, with its maker as its owner. A study that shares another's codebook or guide is named
 * as sharing; so the one that is shared has to own it. Throws `invalid` where it does not.
 */
export function createStudy(
  actor: ActorScope,
  study: NewStudy,
  shared: Shared = { codebook: null, guide: null },
) {
  const { eventId, studyId, title, description, notice = "", sample = false } = study;
  if (shared.codebook && shared.codebook.codebookStudyId !== shared.codebook.studyId)
    throw new AppError("invalid", { fields: { codebookFrom: "wrong" } });
  if (shared.guide && shared.guide.guideStudyId !== shared.guide.studyId)
    throw new AppError("invalid", { fields: { guideFrom: "wrong" } });
  return mutate({ studyId, userId: actor.userId }, { id: eventId, kind: "study.create" }, async (tx) => {
    const after = await tx.study.create({
      data: {
        id: studyId,
        title,
        description,
        notice,
        sample,
        codebookStudyId: shared.codebook?.studyId ?? studyId,
        guideStudyId: shared.guide?.studyId ?? studyId,
        members: { create: { userId: actor.userId, role: "owner" } },
      },
      select: {
        id: true,
        title: true,
        description: true,
        notice: true,
        codebookStudyId: true,
        guideStudyId: true,
      },
    });
    return { before: null, after };
  });
}

/** Throws `conflict` with the fields that somebody else changed since. */
export function editStudy({ studyId, userId }: StudyScope, { eventId, base, wanted }: EditStudy) {
  return mutate({ studyId, userId }, { id: eventId, kind: "study.edit" }, async (tx) => {
    const select = { title: true, description: true, notice: true } as const;
    await lockRow(tx, "Study", studyId);
    const before = await tx.study.findUniqueOrThrow({ where: { id: studyId }, select });
    const merged = merge<StudyFields>(base, wanted, before);
    if (!merged.ok) throw changedMeanwhile(merged.fields, before);
    const after = await tx.study.update({ where: { id: studyId }, data: merged.value, select });
    return { before, after };
  });
}
