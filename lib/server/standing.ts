import "server-only";
import { sampleMode } from "./env";

/** What is asked of an account to know whether its sessions hold. */
export const STANDING = `u."sessionEpoch" AS epoch, u."disabledAt" IS NOT NULL AS disabled, u."sample" AS sample`;

export interface Standing {
  epoch: number;
  disabled: boolean;
  sample: boolean;
}

/** Whether a session made in `epoch` holds: it ends with its account, and with the sample mode for accounts of the sample. */
export function holds({ epoch, disabled, sample }: Standing, made: number): boolean {
  return !disabled && epoch === made && (!sample || sampleMode());
}

/** Whether a membership `m` is blind in any transcript (see lib/access/blind.ts); most studies have no such round. */
export const BLIND = `EXISTS (SELECT 1 FROM "Blind" b WHERE b."studyId" = m."studyId" AND b."userId" = m."userId") AS "blind"`;
