import type { Length } from "./amount";
import type { Figure, Matrix, Variant } from "./matrix";

/** What a share may be of: the group's interviewees; its coded words; its spoken words; the row's segments over all groups; the column's codings. */
export const DENOMINATORS = ["interviewees", "coded_words", "spoken_words", "row", "column"] as const;

/** The name of a denominator. */
export type DenominatorName = (typeof DENOMINATORS)[number];

/** A denominator with its size. Words are kept apart from characters. */
export type Denominator =
  | { readonly name: "interviewees" | "row" | "column"; readonly whole: number }
  | { readonly name: "coded_words" | "spoken_words"; readonly whole: Length };

/**
 * A share from 0 to 1 of a named denominator, or why there is none: `empty`, the whole is nothing;
 * `mixed_units`, words would have to be divided by characters, by a sum of both, or by fewer words of another
 * language.
 */
export type Share = { readonly of: DenominatorName } & (
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: "empty" | "mixed_units" }
);

/** Every denominator of a cell. `column` is the place of the group, or null for the total. Throws a RangeError if there is no such cell. */
export function denominatorsOf(
  matrix: Matrix,
  place: { readonly row: number; readonly column: number | null; readonly variant: Variant },
): { [N in DenominatorName]: Denominator } {
  const row = matrix.rows[place.row];
  const column = place.column === null ? matrix.total : matrix.columns[place.column];
  if (row === undefined || column === undefined) throw new RangeError("no such cell");
  return {
    interviewees: { name: "interviewees", whole: column.size },
    coded_words: { name: "coded_words", whole: column.coded },
    spoken_words: { name: "spoken_words", whole: column.spoken },
    row: { name: "row", whole: row.total[place.variant].segments },
    column: { name: "column", whole: column.codings },
  };
}

/** The figure's share of the denominator. Never NaN, never above 1 for a denominator of its own cell. */
export function share(figure: Figure, denominator: Denominator): Share {
  switch (denominator.name) {
    case "interviewees":
      return shareOf(denominator.name, figure.n, denominator.whole);
    case "row":
    case "column":
      return shareOf(denominator.name, figure.segments, denominator.whole);
    case "coded_words":
    case "spoken_words":
      return lengthShare(denominator.name, figure, denominator.whole);
  }
}

function lengthShare(of: DenominatorName, part: Length, whole: Length): Share {
  // The sides of a pair are two texts: what was counted on one can outgrow a turn counted on the other.
  const outgrows = part.words > whole.words || part.characters > whole.characters;
  if (outgrows && whole.words + whole.characters > 0) return { of, value: null, reason: "mixed_units" };
  if (part.words === 0 && part.characters === 0) return shareOf(of, 0, whole.words + whole.characters);
  if (part.characters === 0 && whole.characters === 0) return shareOf(of, part.words, whole.words);
  if (part.words === 0 && whole.words === 0) return shareOf(of, part.characters, whole.characters);
  return { of, value: null, reason: "mixed_units" };
}

function shareOf(of: DenominatorName, part: number, whole: number): Share {
  return whole > 0 ? { of, value: part / whole, reason: null } : { of, value: null, reason: "empty" };
}
