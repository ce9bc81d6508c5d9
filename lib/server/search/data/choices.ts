import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { flatten } from "@/lib/domain/codebook";
import type { SearchChoices } from "@/lib/schemas/search";
import { filterChoices, frameOf } from "@/lib/server/compare/data";
import { searchFrame } from "./texts";

/** What a search can be narrowed to, and the codes in the order of the codebook. */
export async function searchChoices(scope: StudyScope): Promise<SearchChoices> {
  const [{ sectors, interviewees, clusters, languages }, { texts }, { tree }] = await Promise.all([
    filterChoices(scope),
    searchFrame(scope),
    frameOf(scope),
  ]);
  return {
    sectors,
    interviewees,
    clusters,
    languages,
    transcripts: texts.map(({ id, title }) => ({ id, title })),
    codes: flatten(tree).map(({ code: { id, parentId, name, hue, position, retired } }) => ({
      ...{ id, parentId, name, hue, position, retired },
    })),
  };
}
