import { overlaps, type Range } from "../segment";

/** Words of a version of a transcript, half-open, in UTF-16 code units. */
export interface Place extends Range {
  versionId: string;
}

/** What taking a step back does to a segment: the words that it gives up and those that it takes; null where it does not. */
export interface Handing {
  id: string;
  coderId: string;
  gives: Place | null;
  takes: Place | null;
}

/**
 * The segments that stay as they are when the rest of a step is taken back: those that are not as the step left them
 * (`changed`, by their ids), and with them those from which they have words, or which have words from them, of the same
 * coder and version. So of a segment that was split, or of several that were united, either all go back or none.
 */
export function leftAlone(handings: readonly Handing[], changed: ReadonlySet<string>): ReadonlySet<string> {
  const left = new Set(changed);
  const next = handings.filter(({ id }) => left.has(id));
  for (let one = next.pop(); one; one = next.pop()) {
    for (const other of handings) {
      if (left.has(other.id) || other.coderId !== one.coderId) continue;
      if (!meet(one.gives, other.takes) && !meet(other.gives, one.takes)) continue;
      left.add(other.id);
      next.push(other);
    }
  }
  return left;
}

function meet(a: Place | null, b: Place | null): boolean {
  return a !== null && b !== null && a.versionId === b.versionId && overlaps(a, b);
}
