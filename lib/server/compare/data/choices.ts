import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { flatten, pathOf } from "@/lib/domain/codebook";
import type { FilterChoices } from "@/lib/schemas/compare";
import { named, seenSegments } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { attributeChoices } from "./attributes";
import { frameOf } from "./frame";

/** What the talk of a study can be filtered by: the coders are those who coded anything that the member sees. */
export async function filterChoices(scope: StudyScope): Promise<FilterChoices> {
  const [{ clusters, sectors, interviewees, attributes }, coders, languages] = await Promise.all([
    frameOf(scope).then(async (frame) => ({
      ...frame,
      attributes: await attributeChoices(scope, frame.interviewees.length),
    })),
    pool().query<{ id: string; name: string }>({
      ...named(scope, "compare-coders"),
      text: `SELECT u."id", u."name" FROM "User" u WHERE EXISTS (SELECT 1 FROM ${seenSegments(scope)} s
          WHERE s."studyId" = $1 AND s."coderId" = u."id" AND s."deletedAt" IS NULL) ORDER BY u."name", u."id"`,
      values: [scope.studyId],
    }),
    pool().query<{ language: string }>({
      name: "compare-languages",
      text: `SELECT DISTINCT "language" FROM "Transcript" WHERE "studyId" = $1 ORDER BY 1`,
      values: [scope.studyId],
    }),
  ]);
  return {
    clusters,
    sectors: sectors.map((sector) => ({
      ...sector,
      interviewees: interviewees.filter(({ sectorId }) => sectorId === sector.id).length,
    })),
    coders: coders.rows,
    languages: languages.rows.map(({ language }) => language),
    interviewees: interviewees.map(({ id, number }) => ({ id, number })),
    attributes,
  };
}

/** The codes by path, in the order of the codebook. */
export async function codeChoices(scope: StudyScope): Promise<{ id: string; path: string; hue: number }[]> {
  const { tree } = await frameOf(scope);
  return flatten(tree).map(({ code }) => ({ id: code.id, path: pathOf(tree, code.id), hue: code.hue }));
}
