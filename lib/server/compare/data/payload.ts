import "server-only";
import type { Figure, Matrix, MatrixColumn, Variant } from "@/lib/domain/compare";
import type { CellTuple, ComparePayload, Totals } from "@/lib/schemas/compare";
import type { FrameCode } from "./frame";

/** Above this many, a cell does not list its interviewees: nobody reads them there, and the payload grows with them. */
const NUMBERS_LIMIT = 60;

/** A matrix, and the same counted from what may be cited by number alone (often itself). */
export interface Counts {
  all: Matrix<FrameCode>;
  citable: Matrix<FrameCode>;
}

/** The rows of the payload; `columnAt` picks a row's figures of each column, the total last. */
export function codesOf(
  counts: readonly Counts[],
  columnsOf: (row: Matrix<FrameCode>["rows"][number]) => readonly { own: Figure; tree: Figure }[],
): ComparePayload["codes"] {
  const first = counts[0]?.all.rows ?? [];
  return first.map(({ code, depth }, row) => {
    const cells = (variant: Variant) =>
      counts.flatMap(({ all, citable }) => {
        const counted = all.rows[row];
        const named = citable.rows[row];
        if (!counted || !named) return [];
        const numbers = columnsOf(named);
        return columnsOf(counted).map((cell, at) =>
          tupleOf(cell[variant], numbers[at]?.[variant].numbers ?? []),
        );
      });
    const own = cells("own");
    const tree = cells("tree");
    const { id, parentId, name, hue, retired } = code;
    // What is coded below adds segments, unless there is none.
    const alike = own.every(([n, , , segments, , , zero], at) => {
      const whole = tree[at];
      return whole?.[0] === n && whole[3] === segments && whole[6] === zero;
    });
    return { id, parentId, name, hue, retired, depth, own, tree: alike ? null : tree };
  });
}

function tupleOf(figure: Figure, numbers: readonly number[]): CellTuple {
  const shown = figure.n <= NUMBERS_LIMIT ? [...numbers] : [];
  return [figure.n, figure.of, shown, figure.segments, figure.words, figure.characters, figure.zero];
}

export function totalsOf({ size, codings, coded, spoken }: MatrixColumn): Totals {
  return {
    people: size,
    codings,
    codedWords: coded.words,
    codedCharacters: coded.characters,
    spokenWords: spoken.words,
    spokenCharacters: spoken.characters,
  };
}
