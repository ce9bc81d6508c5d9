/** What of a round says how far it is. */
export interface RoundDates {
  kind: "open" | "blind" | "training";
  opened: boolean;
  revealed: boolean;
  ended: boolean;
}

export type RoundStage = "draft" | "running" | "ended";

/** How far a round is. */
export function stateOf({ opened, ended }: Pick<RoundDates, "opened" | "ended">): RoundStage {
  if (!opened) return "draft";
  return ended ? "ended" : "running";
}

export const ROUND_STEPS = ["open", "reveal", "end", "reopen", "delete"] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

/**
 * Whether a step can be taken from where a round is. Only a draft is opened or deleted; where everybody sees all
 * from the beginning nothing is revealed, and nothing is revealed twice. An ended round can still be revealed.
 */
export function mayStep(round: RoundDates, step: RoundStep): boolean {
  const stage = stateOf(round);
  switch (step) {
    case "open":
    case "delete":
      return stage === "draft";
    case "reveal":
      return round.kind !== "open" && stage !== "draft" && !round.revealed;
    case "end":
      return stage === "running";
    case "reopen":
      return stage === "ended";
  }
}

/** Whether work was due before `today` and is not done. Both are days as YYYY-MM-DD; without one nothing is late. */
export function isLate(dueOn: string | null, done: boolean, today: string): boolean {
  return dueOn !== null && !done && dueOn < today;
}
