import "server-only";
import { can, type Role, type StudyAction } from "@/lib/access/can";
import { AppError, TRANSCRIPT_ERASED } from "@/lib/access/errors";
import type { ActorScope, StudyScope } from "@/lib/access/scope";
import { seenBy } from "@/lib/server/blind";
import { pool } from "@/lib/server/db";
import { currentSession, type SessionClaim } from "@/lib/server/session";
import { BLIND, holds, STANDING, type Standing } from "@/lib/server/standing";

/** Of a segment `g`, of which somebody who is blind in its transcript is not told that it is there. */
const SEEN = seenBy("g", "$1");

/**
 * How each kind of row names its study. The study is always found from the row: an id that a request
 * gives says which row is meant, never which study it belongs to.
 */
const STUDY_OF = {
  study: `$2::uuid`,
  sector: `(SELECT "studyId" FROM "Sector" WHERE "id" = $2)`,
  interviewee: `(SELECT "studyId" FROM "Interviewee" WHERE "id" = $2)`,
  interview: `(SELECT "studyId" FROM "Interview" WHERE "id" = $2)`,
  cluster: `(SELECT "studyId" FROM "Cluster" WHERE "id" = $2)`,
  question: `(SELECT c."studyId" FROM "Question" q JOIN "Cluster" c ON c."id" = q."clusterId" WHERE q."id" = $2)`,
  code: `(SELECT "studyId" FROM "Code" WHERE "id" = $2)`,
  example: `(SELECT g."studyId" FROM "CodeExample" e JOIN "Segment" g ON g."id" = e."segmentId" WHERE e."id" = $2 AND ${SEEN})`,
  transcript: `(SELECT "studyId" FROM "Transcript" WHERE "id" = $2)`,
  recording: `(SELECT t."studyId" FROM "Recording" r JOIN "Transcript" t ON t."id" = r."transcriptId" WHERE r."id" = $2)`,
  version: `(SELECT t."studyId" FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId" WHERE v."id" = $2)`,
  passage: `(SELECT t."studyId" FROM "Passage" p JOIN "TranscriptVersion" v ON v."id" = p."versionId" JOIN "Transcript" t ON t."id" = v."transcriptId" WHERE p."id" = $2)`,
  attribute: `(SELECT "studyId" FROM "Attribute" WHERE "id" = $2)`,
  batch: `(SELECT "studyId" FROM "ImportBatch" WHERE "id" = $2)`,
  upload: `(SELECT b."studyId" FROM "Upload" u JOIN "ImportBatch" b ON b."id" = u."batchId" WHERE u."id" = $2)`,
  segment: `(SELECT g."studyId" FROM "Segment" g WHERE g."id" = $2 AND ${SEEN})`,
  event: `(SELECT "studyId" FROM "HistoryEvent" WHERE "id" = $2)`,
  memo: `(SELECT "studyId" FROM "Memo" WHERE "id" = $2)`,
  search: `(SELECT "studyId" FROM "SavedSearch" WHERE "id" = $2)`,
  round: `(SELECT "studyId" FROM "Round" WHERE "id" = $2)`,
  invitation: `(SELECT "studyId" FROM "Invitation" WHERE "id" = $2)`,
} as const;
type RowKind = keyof typeof STUDY_OF;

const ACCOUNT = `SELECT u."id", u."email", u."name", ${STANDING}`;

interface AccountRow extends Standing {
  id: string;
  email: string;
  name: string;
}

interface MemberRow extends AccountRow {
  studyId: string | null;
  codebookStudyId: string;
  guideStudyId: string;
  role: Role | null;
  blind: boolean;
}

function live<Row extends AccountRow>(row: Row | undefined, claim: SessionClaim): Row {
  if (!row || !holds(row, claim.epoch)) throw new AppError("unauthenticated");
  return row;
}

async function claimed(): Promise<SessionClaim> {
  const claim = await currentSession();
  if (!claim) throw new AppError("unauthenticated");
  return claim;
}

/** Who is signed in. Throws `unauthenticated`. */
export async function actor(): Promise<ActorScope> {
  const claim = await claimed();
  const { rows } = await pool().query<AccountRow>({
    name: "gate-actor",
    text: `${ACCOUNT} FROM "User" u WHERE u."id" = $1`,
    values: [claim.userId],
  });
  const { id, email, name } = live(rows[0], claim);
  return { userId: id, email, name } as ActorScope;
}

/**
 * The scope in which the signed-in person may do `action` to the row. One query.
 * Throws `unauthenticated`; `not_found` where there is no such row or it belongs to a study the
 * person is no member of; `forbidden` where the member's role does not allow the action.
 *
 * `personId` is whose page asks, where a browser keeps the work until it is stored. Work that was begun under
 * another account stays theirs, whatever this one may do: it goes out when they are back.
 */
export async function scopeOf(
  kind: RowKind,
  id: string,
  action: StudyAction,
  personId?: string,
): Promise<StudyScope> {
  const claim = await claimed();
  if (personId !== undefined && personId !== claim.userId)
    throw new AppError("unauthenticated", { detail: "other_account" });
  const { rows } = await pool().query<MemberRow>({
    name: `gate-${kind}`,
    text: `${ACCOUNT}, s."id" AS "studyId", s."codebookStudyId", s."guideStudyId", m."role", ${BLIND}
      FROM "User" u LEFT JOIN "Study" s ON s."id" = ${STUDY_OF[kind]}
      LEFT JOIN "Membership" m ON m."studyId" = s."id" AND m."userId" = u."id" WHERE u."id" = $1`,
    values: [claim.userId, id],
  });
  const { studyId, role, blind, codebookStudyId, guideStudyId, id: userId } = live(rows[0], claim);
  if (!studyId || !role)
    throw new AppError("not_found", kind === "transcript" ? await erased(userId, id) : {});
  if (!can(role, action)) throw new AppError("forbidden");
  return { studyId, userId, role, blind, codebookStudyId, guideStudyId } as StudyScope;
}

/** Says of a transcript that is not there that it was erased, to those who are members of the study that had it. */
async function erased(userId: string, transcriptId: string): Promise<{ detail?: string }> {
  const { rowCount } = await pool().query({
    name: "gate-erased",
    text: `SELECT 1 FROM "Erased" x JOIN "Membership" m ON m."studyId" = x."studyId" AND m."userId" = $1
      WHERE x."id" = $2 AND x."kind" = 'transcript'`,
    values: [userId, transcriptId],
  });
  return rowCount === 1 ? { detail: TRANSCRIPT_ERASED } : {};
}

/** Who is signed in, for the few pages that are also for those who are not. */
export async function visitor(): Promise<ActorScope | null> {
  try {
    return await actor();
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") return null;
    throw error;
  }
}
