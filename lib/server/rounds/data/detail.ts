import "server-only";
import { can, type Role } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { countsBy } from "@/lib/domain/text";
import type { RoundAssignment, RoundCoder, RoundDetail, RoundTranscript } from "@/lib/schemas/rounds";
import { blindTranscripts } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { listRounds } from "./list";
import { progressOf } from "./progress";

/**
 * One round: who codes what in it, and how far they are. Of others' work nothing is counted where the member is
 * blind; what they may not even know of is not there. Throws `not_found` where they see no such round.
 */
export async function roundDetail(scope: StudyScope, roundId: string): Promise<RoundDetail> {
  const [round] = await listRounds(scope, roundId);
  if (!round) throw new AppError("not_found");
  const mayEdit = can(scope.role, "rounds.edit");
  const ownOnly = round.hides && !mayEdit;
  const [assignments, blind] = await Promise.all([
    assignmentsOf(scope, roundId, ownOnly),
    blindTranscripts(scope),
  ]);
  const seen = (row: { transcriptId: string; coderId: string }) =>
    row.coderId === scope.userId || !(round.hides || blind.has(row.transcriptId));
  const counted = assignments.filter(seen);
  const progress = new Map((await progressOf(scope, counted)).map((each, at) => [counted[at], each]));
  const assigned = {
    transcripts: assignments.map((row) => row.transcriptId),
    coders: assignments.map((row) => row.coderId),
  };
  const [transcripts, coders] = await Promise.all([
    transcriptsOf(scope, mayEdit ? null : assigned.transcripts),
    codersOf(scope, mayEdit, assigned.coders),
  ]);
  return {
    round,
    mayEdit,
    transcripts,
    coders,
    assignments: assignments.map((row): RoundAssignment => ({ ...row, progress: progress.get(row) ?? null })),
  };
}

async function assignmentsOf({ studyId, userId }: StudyScope, roundId: string, ownOnly: boolean) {
  const { rows } = await pool().query<Omit<RoundAssignment, "progress">>({
    name: "round-assignments",
    text: `SELECT "transcriptId", "coderId", "doneAt" IS NOT NULL AS done FROM "Assignment"
      WHERE "studyId" = $1 AND "roundId" = $2 AND ($3::uuid IS NULL OR "coderId" = $3)`,
    values: [studyId, roundId, ownOnly ? userId : null],
  });
  return rows;
}

const NUMBERS = `(SELECT array_agg(e."number" ORDER BY e."number") FROM "InterviewInterviewee" ii
  JOIN "Interviewee" e ON e."id" = ii."intervieweeId" WHERE ii."interviewId" = t."interviewId")`;

/** In the order of the list of transcripts; all of the study's, or these. */
async function transcriptsOf(
  { studyId }: StudyScope,
  ids: readonly string[] | null,
): Promise<RoundTranscript[]> {
  const { rows } = await pool().query<
    Omit<RoundTranscript, "counted" | "numbers"> & { numbers: number[] | null }
  >({
    name: "round-transcripts",
    text: `SELECT t."id", t."title", t."language", ${NUMBERS} AS numbers FROM "Transcript" t
      WHERE t."studyId" = $1 AND ($2::uuid[] IS NULL OR t."id" = ANY($2))
      ORDER BY t."kind", (${NUMBERS})[1] NULLS LAST, t."title", t."id"`,
    values: [studyId, ids],
  });
  return rows.map(({ numbers, ...row }) => ({
    ...row,
    numbers: numbers ?? [],
    counted: countsBy(row.language),
  }));
}

/** By name: for those who assign, everybody who may code; and whoever is assigned, members still or not. */
async function codersOf(
  { studyId, userId }: StudyScope,
  everybody: boolean,
  assigned: readonly string[],
): Promise<RoundCoder[]> {
  const { rows } = await pool().query<{ id: string; name: string; role: Role | null }>({
    name: "round-coders",
    text: `SELECT u."id", u."name", m."role" FROM "User" u
      LEFT JOIN "Membership" m ON m."userId" = u."id" AND m."studyId" = $1
      WHERE u."id" = ANY($2::uuid[]) OR ($3 AND m."role" IS NOT NULL) ORDER BY u."name", u."id"`,
    values: [studyId, assigned, everybody],
  });
  const there = new Set(assigned);
  return rows.flatMap(({ id, name, role }) => {
    const codes = role !== null && can(role, "coding.write");
    return codes || there.has(id) ? [{ id, name, codes, own: id === userId }] : [];
  });
}
