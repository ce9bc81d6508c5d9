import "server-only";
import { createHash } from "node:crypto";
import type { Tx } from "@/lib/server/history";

/**
 * The number of the advisory lock of a transcript's versions: 63 bits of a hash. Whoever makes a version
 * current holds it alone; whoever writes something that points into the current version shares it, so
 * that no version is replaced between reading it and pointing into it.
 */
export function versionLock(transcriptId: string): bigint {
  return createHash("sha256").update("version").update(transcriptId).digest().readBigInt64BE() >> 1n;
}

/** Holds the versions of these transcripts alone until the transaction ends; in one order for everybody. */
export async function lockVersions(tx: Tx, transcriptIds: readonly string[]): Promise<void> {
  const locks = transcriptIds.map(versionLock).sort((a, b) => (a < b ? -1 : 1));
  for (const lock of locks) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
}

/**
 * The number of the advisory lock of a codebook's codings: whoever codes shares it, and whoever gives many codings
 * another code holds it alone, so that nothing is coded meanwhile with a code that is on its way out.
 */
export function codebookLock(codebookStudyId: string): bigint {
  return createHash("sha256").update("codebook").update(codebookStudyId).digest().readBigInt64BE() >> 1n;
}

/** Holds the codings of a codebook alone until the transaction ends. Taken before any row is locked. */
export async function lockCodings(tx: Tx, codebookStudyId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${codebookLock(codebookStudyId)})`;
}

/** Keeps the current versions of these transcripts current until the transaction ends; in one order for everybody. */
export async function shareVersions(tx: Tx, transcriptIds: readonly string[]): Promise<void> {
  const locks = transcriptIds.map(versionLock).sort((a, b) => (a < b ? -1 : 1));
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(l::bigint) FROM unnest(${locks.map(String)}::text[]) l`;
}

/** Keeps the current version of a transcript current until the transaction ends. */
export async function shareVersion(tx: Tx, transcriptId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${versionLock(transcriptId)})`;
}

/**
 * Nothing of the study is erased until the transaction ends. Every write takes it before it reads anything: what was
 * read before it was erased would be written down afterwards otherwise, in the history at the least.
 */
export async function shareErasure(tx: Tx, studyId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared("erasureLock"(${studyId}::uuid))`;
}

/** How long whoever erases waits for the writes that are under way, which others then wait behind. */
const ERASURE_WAITS = "15s";

/** Nobody else writes in the study until the transaction ends. Throws `unavailable` where a long write is under way. */
export async function holdErasure(tx: Tx, studyId: string): Promise<void> {
  await tx.$executeRawUnsafe(`SET LOCAL lock_timeout = '${ERASURE_WAITS}'`);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock("erasureLock"(${studyId}::uuid))`;
}
