import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { isFileHeading, type Matchable } from "@/lib/domain/people";
import { prisma } from "@/lib/server/db";
import { inOrder } from "@/lib/server/order";

/** The sectors in their order, each with how many interviewees belong to it. */
export async function listSectors({ studyId }: StudyScope) {
  const select = { id: true, name: true, _count: { select: { interviewees: true } } } as const;
  const rows = await prisma().sector.findMany({ where: { studyId }, select, orderBy: inOrder });
  return rows.map(({ id, name, _count }) => ({ id, name, interviewees: _count.interviewees }));
}

/** The interviewees by number. `name` is null for those who may not see names, whatever is kept. */
export async function listInterviewees({ studyId, role }: StudyScope) {
  const seesNames = can(role, "names.view");
  const rows = await prisma().interviewee.findMany({
    where: { studyId },
    select: {
      id: true,
      number: true,
      sectorId: true,
      position: true,
      permission: true,
      values: { select: { attributeId: true, value: true } },
    },
    orderBy: { number: "asc" },
  });
  const names = seesNames
    ? await prisma().intervieweeName.findMany({ where: { interviewee: { studyId } } })
    : [];
  const nameOf = new Map(names.map((row) => [row.intervieweeId, row.name]));
  return rows.map(({ values, ...row }) => ({
    ...row,
    name: seesNames ? (nameOf.get(row.id) ?? "") : null,
    values: Object.fromEntries(values.map(({ attributeId, value }) => [attributeId, value])),
  }));
}

/** What the study knows of its interviewees besides their sector, in its order. */
export function listAttributes({ studyId }: StudyScope) {
  const select = { id: true, name: true, kind: true, choices: true } as const;
  return prisma().attribute.findMany({ where: { studyId }, select, orderBy: inOrder });
}

/** What files are matched to interviewees by. Names are among it only for those who may see them. */
export async function listMatchable(scope: StudyScope): Promise<Matchable[]> {
  const [people, attributes] = await Promise.all([listInterviewees(scope), listAttributes(scope)]);
  const files = attributes.find(({ name }) => isFileHeading(name));
  return people.map(({ id, number, name, values }) => ({
    id,
    number,
    name: name || null,
    file: (files && values[files.id]) ?? null,
  }));
}

/** The interviews by date, each with whom it was held and the transcripts made of it. */
export async function listInterviews({ studyId }: StudyScope) {
  const rows = await prisma().interview.findMany({
    where: { studyId },
    include: {
      interviewees: { select: { intervieweeId: true } },
      transcripts: { select: { id: true, title: true, language: true }, orderBy: { language: "asc" } },
    },
    orderBy: [{ date: { sort: "asc", nulls: "last" } }, { id: "asc" }],
  });
  return rows.map(({ id, date, minutes, interviewers, mode, place, interviewees, transcripts }) => ({
    id,
    date: date?.toISOString().slice(0, 10) ?? null,
    minutes,
    interviewers,
    mode,
    place,
    intervieweeIds: interviewees.map((row) => row.intervieweeId),
    transcripts,
  }));
}
