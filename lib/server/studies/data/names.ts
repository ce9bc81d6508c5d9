import "server-only";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import { buildTree, flatten, pathOf } from "@/lib/domain/codebook";
import type { StudyNames } from "@/lib/schemas/shell";
import { pool, prisma } from "@/lib/server/db";

/** The transcripts that the role may read; none for one who may read none. */
const readable = ({ studyId, role }: StudyScope) => (can(role, "transcript.read") ? studyId : null);

const STAMP = `SELECT md5(concat_ws('/',
  (SELECT string_agg(jsonb_build_array("id", "title")::text, '' ORDER BY "id") FROM "Transcript" WHERE "studyId" = $1),
  (SELECT string_agg(jsonb_build_array("id", "parentId", "name", "hue", "position")::text, '' ORDER BY "id")
   FROM "Code" WHERE "studyId" = $2 AND "retiredAt" IS NULL))) AS stamp`;

/** Changes whenever `namesOf` would answer something else. */
export async function namesStamp(scope: StudyScope): Promise<string> {
  const { rows } = await pool().query<{ stamp: string }>({
    name: "study-names-stamp",
    text: STAMP,
    values: [readable(scope), scope.codebookStudyId],
  });
  return rows[0]?.stamp ?? "";
}

/** What the palette finds in a study by its name: transcripts that the role may read, and the codes in use. */
export async function namesOf(scope: StudyScope): Promise<StudyNames> {
  const db = prisma();
  const studyId = readable(scope);
  const [transcripts, codes] = await Promise.all([
    studyId === null ? [] : db.transcript.findMany({ where: { studyId }, select: { id: true, title: true } }),
    db.code.findMany({
      where: { studyId: scope.codebookStudyId, retiredAt: null },
      select: { id: true, parentId: true, name: true, hue: true, position: true },
    }),
  ]);
  const tree = buildTree(codes);
  // "Interview 10" comes after "Interview 9".
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return {
    transcripts: transcripts.toSorted((a, b) => compare(a.title, b.title)),
    codes: flatten(tree).map(({ code }) => ({ id: code.id, path: pathOf(tree, code.id), hue: code.hue })),
  };
}
