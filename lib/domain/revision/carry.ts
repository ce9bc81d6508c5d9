import type { Range } from "../segment";
import { type Placer, type Placing, type Proposal, placer } from "./place";
import { type Redacted, redactionMaps, revealed } from "./redaction";

/**
 * Places ranges of one version of a transcript in another, whatever names are hidden in either: by way of
 * the original words, so that a pseudonym is no change. A range that has a part in a pseudonym of either
 * comes to hold it whole; any other that is placed quotes the same words.
 */
export function carrier(from: Redacted, to: Redacted): Placer {
  const between = placer(revealed(from), revealed(to));
  if (from.redactions.length === 0 && to.redactions.length === 0) return between;
  const { toOriginal } = redactionMaps(from);
  const { toRedacted } = redactionMaps(to);
  return {
    place(range: Range): Placing {
      const placed = between.place(toOriginal.around(range));
      return placed.ok ? { ...placed, range: toRedacted.around(placed.range) } : placed;
    },
    propose(range: Range): Proposal | null {
      const proposal = between.propose(toOriginal.around(range));
      return proposal && { ...proposal, range: toRedacted.around(proposal.range) };
    },
  };
}
