import "server-only";
import type { PoolClient } from "pg";
import type { StudyScope } from "@/lib/access/scope";
import { buildTree, type CodeNode, type Tree } from "@/lib/domain/codebook";
import type { Permission } from "@/lib/domain/permission";
import type { SourceKind } from "@/lib/schemas/transcripts";
import { pool } from "@/lib/server/db";
import { SOURCE } from "./voice";

export interface FrameCode extends CodeNode {
  retired: boolean;
}

export interface FrameInterviewee {
  id: string;
  number: number;
  sectorId: string;
  position: string;
  permission: Permission;
}

/** A text beside the interviews. Both languages of a pair are one. */
export interface FrameSource {
  id: string;
  kind: Exclude<SourceKind, "interview">;
  title: string;
  publisher: string;
  date: string | null;
}

/** What a study's talk is laid out by: codebook, people, guide. Small, whatever the size of the study. */
export interface Frame {
  codes: FrameCode[];
  tree: Tree<FrameCode>;
  sectors: { id: string; name: string }[];
  interviewees: FrameInterviewee[];
  sources: FrameSource[];
  clusters: { id: string; key: string; title: string }[];
  questions: { id: string; clusterId: string; key: string }[];
}

const FRAME = `
SELECT
  (SELECT coalesce(json_agg(json_build_object('id', "id", 'parentId', "parentId", 'name', "name", 'hue', "hue",
      'position', "position", 'retired', "retiredAt" IS NOT NULL)), '[]')
    FROM "Code" WHERE "studyId" = $2) AS codes,
  (SELECT coalesce(json_agg(json_build_object('id', "id", 'name', "name") ORDER BY "position", "name", "id"), '[]')
    FROM "Sector" WHERE "studyId" = $1) AS sectors,
  (SELECT coalesce(json_agg(json_build_object('id', "id", 'number', "number", 'sectorId', "sectorId",
      'position', "position", 'permission', "permission") ORDER BY "number"), '[]')
    FROM "Interviewee" WHERE "studyId" = $1) AS interviewees,
  (SELECT coalesce(json_agg(s ORDER BY s."kind", s."title", s."id"), '[]') FROM (
      SELECT DISTINCT ON (${SOURCE}) ${SOURCE} AS "id", "kind", "title", "publisher", "date"
      FROM "Transcript" t WHERE "studyId" = $1 AND "kind" <> 'interview' ORDER BY ${SOURCE}, "createdAt") s) AS sources,
  (SELECT coalesce(json_agg(json_build_object('id', "id", 'key', "key", 'title', "title") ORDER BY "position", "key"), '[]')
    FROM "Cluster" WHERE "studyId" = $3) AS clusters,
  (SELECT coalesce(json_agg(json_build_object('id', q."id", 'clusterId', q."clusterId", 'key', q."key")
      ORDER BY c."position", q."position", q."key"), '[]')
    FROM "Question" q JOIN "Cluster" c ON c."id" = q."clusterId" WHERE c."studyId" = $3) AS questions`;

/** One query. */
export async function frameOf(
  scope: StudyScope,
  connection: Pick<PoolClient, "query"> = pool(),
): Promise<Frame> {
  const { rows } = await connection.query<Omit<Frame, "tree">>({
    name: "compare-frame",
    text: FRAME,
    values: [scope.studyId, scope.codebookStudyId, scope.guideStudyId],
  });
  const frame = rows[0];
  if (!frame) throw new Error("a SELECT without FROM answers one row");
  return { ...frame, tree: buildTree(frame.codes) };
}

/**
 * How each one's words may be cited unless a segment says more strictly: an interviewee's as was agreed
 * with them; what stands in another source with its title, since it was written to be read.
 */
export function defaultsOf({ interviewees, sources }: Frame): Map<string, Permission> {
  return new Map([
    ...interviewees.map(({ id, permission }): [string, Permission] => [id, permission]),
    ...sources.map(({ id }): [string, Permission] => [id, "named"]),
  ]);
}
