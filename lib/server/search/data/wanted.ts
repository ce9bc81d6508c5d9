import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { buildTree, descendants } from "@/lib/domain/codebook";
import { isOpen, matcherOf, neededFor, parseQuery, type Query, type Required } from "@/lib/domain/search";
import type { SearchAsked, SearchFilter } from "@/lib/schemas/search";
import { pool } from "@/lib/server/db";
import type { SearchedPerson, SearchedText, SearchFrame } from "./texts";

/** What the database narrows by, for whom. */
export interface Narrowed {
  scope: StudyScope;
  needed: Required;
  questionIds: string[] | null;
  within: string[] | null;
}

/** A search with its names resolved. */
export interface Wanted extends Narrowed {
  query: Query;
  /** Whether nothing but the stretches themselves can tell: there is nothing to look for in an index. */
  open: boolean;
  /** Whether the words themselves decide what counts, and not the folded stretch alone. */
  exact: boolean;
  texts: SearchedText[];
  /** The place of each text in that order, by version. */
  places: Map<string, number>;
  /** Interviewees whose words are searched; null for all. */
  people: Set<string> | null;
  searched: SearchedPerson[];
  speakers: SearchFilter["speakers"];
  without: string[] | null;
}

/** Throws `invalid` with the fault as its detail where the query is none. */
export async function wantedOf(scope: StudyScope, frame: SearchFrame, asked: SearchAsked): Promise<Wanted> {
  const parsed = parseQuery(asked.q);
  if (!parsed.ok) throw new AppError("invalid", { detail: `query_${parsed.reason}` });
  const { transcripts, sectors, interviewees, language, speakers } = asked;
  const narrowed = sectors !== undefined || interviewees !== undefined;
  const people = [...frame.people.values()].filter(
    ({ id, sectorId }) => (sectors?.includes(sectorId) ?? true) && (interviewees?.includes(id) ?? true),
  );
  const ids = new Set(people.map(({ id }) => id));
  const texts = frame.texts.filter(
    (text) =>
      text.ready &&
      (transcripts?.includes(text.id) ?? true) &&
      (!language || text.language === language) &&
      (!narrowed || text.people.some((id) => ids.has(id))),
  );
  const speaking = new Set(texts.flatMap((text) => text.people));
  const needed = neededFor(parsed.query);
  const [questionIds, within, without] = await Promise.all([
    questionsOf(scope, asked),
    codesOf(scope, asked.within),
    codesOf(scope, asked.without),
  ]);
  return {
    scope,
    query: parsed.query,
    needed,
    open: isOpen(needed),
    exact: matcherOf(parsed.query).needsText || [questionIds, within, without].some(Boolean),
    texts,
    places: new Map(texts.map(({ versionId }, place) => [versionId, place])),
    people: narrowed ? ids : null,
    searched: people.filter(({ id }) => speaking.has(id)),
    speakers,
    questionIds,
    within,
    without,
  };
}

async function questionsOf(
  scope: StudyScope,
  { clusters, questions }: SearchFilter,
): Promise<string[] | null> {
  if (!clusters && !questions) return null;
  const { rows } = await pool().query<{ id: string }>({
    name: "search-questions",
    text: `SELECT q."id" FROM "Question" q JOIN "Cluster" c ON c."id" = q."clusterId"
      WHERE c."studyId" = $1 AND (c."id" = ANY($2::uuid[]) OR q."id" = ANY($3::uuid[]))`,
    values: [scope.guideStudyId, clusters ?? [], questions ?? []],
  });
  return rows.map(({ id }) => id);
}

/** The codes with those below them. */
async function codesOf(scope: StudyScope, chosen: readonly string[] | undefined): Promise<string[] | null> {
  if (!chosen) return null;
  const { rows } = await pool().query<{
    id: string;
    parentId: string | null;
    name: string;
    hue: number;
    position: number;
  }>({
    name: "search-codes",
    text: `SELECT "id", "parentId", "name", "hue", "position" FROM "Code" WHERE "studyId" = $1`,
    values: [scope.codebookStudyId],
  });
  const tree = buildTree(rows);
  const known = new Set(rows.map(({ id }) => id));
  const ids = chosen
    .filter((id) => known.has(id))
    .flatMap((id) => descendants(tree, id).map((code) => code.id));
  return [...new Set(ids)];
}
