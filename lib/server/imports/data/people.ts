import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { isFileHeading, type Matchable } from "@/lib/domain/people";
import { prisma } from "@/lib/server/db";
import { listInterviewees } from "@/lib/server/people/data";

/** The interviewees as a file's name can mean them; their names for those who may see them. */
export async function matchable(scope: StudyScope): Promise<Matchable[]> {
  const { studyId } = scope;
  const [interviewees, attributes] = await Promise.all([
    listInterviewees(scope),
    prisma().attribute.findMany({ where: { studyId }, select: { id: true, name: true } }),
  ]);
  const ofFiles = attributes.filter(({ name }) => isFileHeading(name)).map(({ id }) => id);
  const values = await prisma().attributeValue.findMany({
    where: { studyId, attributeId: { in: ofFiles } },
    select: { intervieweeId: true, value: true },
  });
  const files = new Map(values.map(({ intervieweeId, value }) => [intervieweeId, value]));
  return interviewees.map(({ id, number, name }) => ({ id, number, name, file: files.get(id) ?? null }));
}
