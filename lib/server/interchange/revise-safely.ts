import "server-only";
import { z } from "zod";
import {
  Proposed,
  type Proposing,
  REVISED_KINDS,
  Revised,
  type RevisedRows,
  type Revising,
} from "@/lib/schemas/revising";
import { unpacked } from "./packed";
import { performSafely } from "./perform-safely";
import { propose, revise } from "./revise";

const PackedRows = z.object({ kind: z.enum(REVISED_KINDS), packed: z.instanceof(Uint8Array) });
export type PackedRows = z.infer<typeof PackedRows>;

/**
 * The most that is revised here, in UTF-16 code units of what is given: an hour's interview before and after,
 * with its segments. That takes some milliseconds; another process would first have to be started, which
 * takes half a second, or be free.
 */
const HERE = 150_000;

export interface SafeRevision {
  revised: Revised;
  rows: AsyncIterable<RevisedRows> | Iterable<RevisedRows>;
}

/**
 * What a version becomes by a step, ready to be written: made in another process with a limit of time and of
 * memory, but for small texts. Throws `too_large` above the limits.
 */
export async function reviseSafely(about: Revising): Promise<SafeRevision> {
  if (weightOf(about) <= HERE) return revise(about);
  const { value, pieces } = await performSafely(
    { kind: "revise", about, bytes: new Uint8Array() },
    "revising",
  );
  return { revised: Revised.parse(value), rows: rowsOf(pieces) };
}

function weightOf({ from, step, segments, older }: Revising): number {
  const given = step.kind === "draft" ? step.draft : step.kind === "restore" ? step.older : from;
  return [from, given, ...older].reduce((sum, { text }) => sum + text.length, segments.length);
}

async function* rowsOf(pieces: readonly unknown[]): AsyncGenerator<RevisedRows> {
  for (const piece of pieces) {
    const { kind, packed } = PackedRows.parse(piece);
    yield { kind, json: await unpacked(packed) };
  }
}

/** As `HERE`, for places: each may take a look through the whole text. */
const LOOKED_THROUGH = 500_000;

/** Where segments that wait most likely belong, found as by `reviseSafely`. */
export async function proposeSafely(about: Proposing): Promise<Proposed> {
  const { to, older, ranges } = about;
  if (to.text.length * (older.length + ranges.length) <= LOOKED_THROUGH) return propose(about);
  const { value } = await performSafely({ kind: "propose", about, bytes: new Uint8Array() }, "revising");
  return Proposed.parse(value);
}
