import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { digest, encodeDigest, type Filter } from "@/lib/domain/compare";
import { ahead } from "@/lib/server/ahead";
import { showsNumber, voicesIn } from "./citable";
import { filterKey } from "./filter";
import { defaultsOf, type Frame } from "./frame";
import { type Counted, type KeptDigest, keep, readKept } from "./kept";
import { type Source, sourcesOf } from "./sources";
import { keptFor, stamper, type Unit } from "./units";

/** Units counted at once: enough to spare round trips, few enough that their texts are no burden. */
const BATCH = 20;

/** What counting gave. */
export interface Digests {
  /** For each filter, the digests of all units. */
  byFilter: Counted[][];
  /** The states that were counted, unit by unit: other than named where something was written since. */
  states: string[];
}

/**
 * The digests of all units under each filter. What is kept and fresh is read; the rest is counted anew and
 * kept. All digests of a unit are of one state.
 */
export async function digestsOf(
  scope: StudyScope,
  frame: Frame,
  units: readonly Unit[],
  filters: readonly Filter[],
): Promise<Digests> {
  // One that is asked for twice, such as no filter at all, is read and counted once.
  const byKey = new Map(filters.map((filter) => [filterKey(filter), filter]));
  const views = [...new Set(units.map(({ only }) => keptFor(only)))];
  const wanted = await Promise.all(
    [...byKey].map(async ([key, filter]) => {
      const kept = new Map(
        await Promise.all(views.map(async (view) => [view, await readKept(scope, view + key)] as const)),
      );
      const stampOf = stamper(frame, filter);
      const found = new Map<string, Counted>();
      for (const { key: unitKey, state, only } of units) {
        const known = kept.get(keptFor(only))?.get(unitKey);
        if (known?.stamp === stampOf(state)) found.set(unitKey, known);
      }
      return { filter, key, stampOf, found };
    }),
  );
  const stale = units.filter((unit) => wanted.some(({ found }) => !found.has(unit.key)));
  const states = new Map(units.map(({ key, state }) => [key, state]));
  for await (const { batch, sources } of ahead(batchesOf(scope, stale, frame))) {
    for (const { filter, key, stampOf, found } of wanted) {
      const counted = new Map<string, KeptDigest[]>();
      for (const [index, unit] of batch.entries()) {
        const source = sources[index];
        if (!source || (found.has(unit.key) && source.state === unit.state)) continue;
        states.set(unit.key, source.state);
        found.delete(unit.key);
        // Gone since it was named: nothing is left to count.
        if (source.transcripts.length === 0) continue;
        const each = { key: unit.key, stamp: stampOf(source.state), ...count(frame, source, filter) };
        found.set(unit.key, each);
        const view = keptFor(unit.only);
        counted.set(view, [...(counted.get(view) ?? []), each]);
      }
      for (const [view, some] of counted) await keep(view + key, some);
    }
  }
  const counted = new Map(wanted.map(({ key, found }) => [key, [...found.values()]]));
  return {
    byFilter: filters.map((filter) => counted.get(filterKey(filter)) ?? []),
    states: [...states.values()],
  };
}

/** The units with what they are counted from, some at a time. */
async function* batchesOf(scope: StudyScope, units: readonly Unit[], frame: Frame) {
  for (let at = 0; at < units.length; at += BATCH) {
    const batch = units.slice(at, at + BATCH);
    yield { batch, sources: await sourcesOf(scope, batch, frame) };
  }
}

/**
 * An interviewee who raised a code only where their number may not be cited is counted in a cell and not
 * named in it: the cell would tell who is behind the excerpts that it opens.
 */
function count(frame: Frame, source: Source, filter: Filter): Counted {
  const defaults = defaultsOf(frame);
  const citable = source.transcripts.map((transcript) => {
    const voices = voicesIn(transcript.turns, defaults);
    const segments = transcript.segments.filter((segment) => showsNumber(voices(segment).permission));
    return { ...transcript, segments };
  });
  const same = citable.every(
    ({ segments }, at) => segments.length === source.transcripts[at]?.segments.length,
  );
  return {
    all: encodeDigest(digest(source, filter)),
    citable: same ? null : encodeDigest(digest({ ...source, transcripts: citable }, filter)),
  };
}
