import type { Place } from "./results";

/** The keys of the places that are chosen. */
export type Choice = ReadonlySet<string>;

export const NOTHING: Choice = new Set();

/** With all of these chosen, or none of them. */
export function choose(choice: Choice, places: readonly Place[], on: boolean): Choice {
  const next = new Set(choice);
  for (const { key } of places) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** The places from one to another, both included, in whichever order they are named. */
export function between(places: readonly Place[], a: number, b: number): readonly Place[] {
  return places.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** Whether all, some or none of the places are chosen, as a checkbox says it. */
export function stateOf(choice: Choice, places: readonly Place[]): boolean | "indeterminate" {
  const chosen = places.filter(({ key }) => choice.has(key)).length;
  return chosen === 0 ? false : chosen === places.length || "indeterminate";
}
