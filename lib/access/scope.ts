import type { Role } from "./can";

declare const minted: unique symbol;

/**
 * Proof that a signed-in member may act in one study. Only the gate (lib/server/access) mints it,
 * from the study of the row that is asked for, never from a study id that the request claims.
 * Every data function and mutation takes it first.
 */
export interface StudyScope {
  readonly [minted]: "study";
  readonly studyId: string;
  readonly userId: string;
  readonly role: Role;
  /** Whether there are transcripts in which they see their own codings alone (see lib/access/blind.ts). */
  readonly blind: boolean;
  /** The studies whose codebook and guide this study uses: itself, unless it shares another's. */
  readonly codebookStudyId: string;
  readonly guideStudyId: string;
}

/** Proof that somebody is signed in, for what lies outside any study. */
export interface ActorScope {
  readonly [minted]: "actor";
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}
