import { HUE_COLOURS, hueOf } from "./colour";
import { type CodeColumn, type CodeTable, isCodeText } from "./columns";
import { unguarded } from "./guard";
import { parsePath } from "./path";
import type { LineProblem, ProposedCode } from "./proposed";

const KEY = /^[\p{L}\p{N}]$/u;

/**
 * The codes of a table, row by row. A parent is a path (parted by " > ", or by "\" as some programs write it),
 * or a name: that of the nearest row above that has it, else of any. Where a row has both a path and a name, the
 * path may end with the name or stand above it.
 */
export function codesOfTable({ rows }: CodeTable, uses: readonly CodeColumn[]): ProposedCode[] {
  const cells = rows.map((row) => (use: CodeColumn) => {
    const column = uses.indexOf(use);
    return column < 0 ? "" : unguarded((row[column] ?? "").replace(/\r\n?/g, "\n").trim());
  });
  const paths = pathsOf(
    cells.map((cell) => ({ path: cell("path"), name: cell("name"), parent: cell("parent") })),
  );
  return cells.map((cell, row) => {
    const path = paths[row] ?? [];
    const colour = cell("colour");
    const hue = colour === "" ? undefined : hueOf(colour);
    const shortcut = cell("key").toLowerCase();
    const wrong: LineProblem | null =
      hue === null ? "colour" : shortcut !== "" && !KEY.test(shortcut) ? "key" : null;
    return {
      line: row + 1,
      path,
      texts: Object.fromEntries(
        uses.filter(isCodeText).flatMap((use) => (cell(use) === "" ? [] : [[use, cell(use)]])),
      ),
      ...(hue === undefined || hue === null ? {} : { hue }),
      ...(shortcut === "" || wrong === "key" ? {} : { shortcut }),
      wrong,
    };
  });
}

interface Named {
  path: string;
  name: string;
  parent: string;
}

function pathsOf(rows: readonly Named[]): string[][] {
  const found: (string[] | null)[] = rows.map(() => null);
  const rowsOf = new Map<string, number[]>();
  for (const [row, { name }] of rows.entries()) {
    const same = rowsOf.get(name);
    if (same) same.push(row);
    else rowsOf.set(name, [row]);
  }
  const busy = new Set<number>();
  const pathOf = (row: number): string[] => {
    const known = found[row];
    if (known) return known;
    const { path, name, parent } = rows[row] ?? { path: "", name: "", parent: "" };
    const given = parsePath(path);
    let result: string[];
    if (given.length > 0) result = name === "" || given.at(-1) === name ? given : [...given, name];
    else if (name === "") result = [];
    else result = [...above(row, parent), name];
    found[row] = result;
    return result;
  };
  const above = (row: number, parent: string): string[] => {
    const named = parsePath(parent);
    const names = named.length > 1 ? named : parent.split("\\").map((each) => each.trim());
    if (names.length > 1) return names.filter((each) => each !== "");
    if (parent === "") return [];
    const same = rowsOf.get(parent) ?? [];
    const at = same.findLast((other) => other < row) ?? same.find((other) => other > row);
    // Rows that name each other as parents have no place: the parent is taken for a code at the top.
    if (at === undefined || busy.has(at)) return [parent];
    busy.add(row);
    const path = pathOf(at);
    busy.delete(row);
    return path;
  };
  return rows.map((_, row) => pathOf(row));
}

/** The headings of a codebook that is taken away, in order. */
export const EXPORT_COLUMNS = [
  "path",
  "name",
  "colour",
  "key",
  "definition",
  "when to use",
  "when not to use",
  "example",
  "counter-example",
] as const;

/** The colour of a hue as a table has it. */
export const colourOf = (hue: number): string => HUE_COLOURS[hue] ?? HUE_COLOURS[0];
