import type { Change } from "@/lib/domain/coding";
import type { LiveRows } from "@/lib/schemas/live";

export interface Coder {
  id: string;
  name: string;
}

export interface StoreSettings {
  me: Coder;
  setsPermissions: boolean;
  revision: number;
  /** The clock, in milliseconds since 1970. */
  now(): number;
  code(id: string): { retired: boolean } | undefined;
}

/** A change of codings as the server tells of it: what it left, as of which event. */
export interface Heard {
  /** The operation's. */
  id: string;
  seq: number;
  coder: Coder;
  rows: LiveRows;
}

export interface PastEvent {
  before: Change;
  after: Change;
}
