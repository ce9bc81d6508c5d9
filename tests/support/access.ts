import { can, ROLES, type Role, type StudyAction } from "@/lib/access/can";
import type { Fixture } from "./fixture";

/** Who asks: the members of study A by role, a member of study B alone, and somebody signed out. */
export const ASKERS = [...ROLES, "outsider", "nobody"] as const;
export type Asker = (typeof ASKERS)[number];

export type Outcome = "ok" | "unauthenticated" | "forbidden" | "not_found" | "invalid" | "conflict";

/** What is sent: the input of an action or a loader, or the request of a route. Its rows are of study A. */
type Make = (fixture: Fixture) => unknown;

/** The request of a route handler. */
export interface Asked {
  params: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: FormData | string;
}

export interface Row {
  expected: (asker: Asker) => Outcome;
  make: Make;
}

/** Of something that cannot be walked: where it is tested instead. */
export interface Elsewhere {
  elsewhere: string;
}

/**
 * The rows of one feature, by what is exported: "actions.renameSector", "loaders.loadPeople", or
 * "GET transcripts/[transcriptId]/text" for a route. Files of tests/integration/access-table.
 */
export type AccessTable = Record<string, Row | Elsewhere>;

/**
 * Something in a study: members whose role may do `action` do it; `besides` narrows them further, where
 * a mutation asks for more. Other members are refused, and for anybody else the row does not exist.
 */
export function inStudy(action: StudyAction, make: Make, besides: readonly Role[] = ROLES): Row {
  return {
    make,
    expected: (asker) => {
      if (asker === "nobody") return "unauthenticated";
      if (asker === "outsider") return "not_found";
      return can(asker, action) && besides.includes(asker) ? "ok" : "forbidden";
    },
  };
}

/** Something for everybody who has signed in. */
export function signedIn(make: Make): Row {
  return { make, expected: (asker) => (asker === "nobody" ? "unauthenticated" : "ok") };
}

/** Something for everybody, signed in or not. */
export function open(make: Make): Row {
  return { make, expected: () => "ok" };
}

/** Something whose outcome follows no common rule. */
export function each(expected: Row["expected"], make: Make): Row {
  return { make, expected };
}
