import { can, type Role } from "./can";

/** What of a round decides who is blind in it. */
export interface RoundState {
  kind: "open" | "blind" | "training";
  opened: boolean;
  revealed: boolean;
}

/**
 * Whether a member of the study sees, in the transcripts of a round, their own codings alone: from when it is
 * opened until it is revealed, everybody but those who lead it and do not code in it themselves. Whoever is not
 * assigned is blind too, since they may be tomorrow, and sit beside those who are. Pure; the view "Blind" of
 * the database says the same (tests/integration/blind.test.ts compares the two).
 */
export function isBlind(role: Role, { codes }: { codes: boolean }, round: RoundState): boolean {
  if (round.kind === "open" || !round.opened || round.revealed) return false;
  return codes || !can(role, "rounds.edit");
}
