import { isPathSafe, joinPath } from "@/lib/domain/codebook";
import { NAME_LIMIT, PROSE_LIMIT } from "@/lib/schemas/codebook";

type OutlineProblem = "there" | "long" | "separator";

/** A code of a pasted list. `key` is its place in the list; `parent` the key of the code above, or null. */
export interface OutlineCode {
  key: number;
  parent: number | null;
  depth: number;
  name: string;
  definition: string;
  problem: OutlineProblem | null;
}

/**
 * Codes from an indented list, parents before their children. A line stands below the nearest earlier
 * line that is indented less; a tab counts as four spaces, an ideographic space as two. Bullets and
 * numbers at the start are left out. What follows a colon with a space (or a full-width colon) is the
 * definition. `taken` are the paths that there are, in lower case, below which the list is put.
 */
export function parseOutline(
  pasted: string,
  taken: ReadonlySet<string>,
  under: readonly string[],
): OutlineCode[] {
  const codes: OutlineCode[] = [];
  const paths = new Set<string>();
  const above: { key: number; indent: number; path: string[] }[] = [];
  for (const line of pasted.split(/\r\n|\r|\n/)) {
    if (line.trim() === "") continue;
    const indent = widthOf(line);
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const { name, definition } = partsOf(line);
    const path = [...(above.at(-1)?.path ?? under), name];
    const place = joinPath(path).toLowerCase();
    const key = codes.length;
    const problem = problemOf(name, definition) ?? (taken.has(place) || paths.has(place) ? "there" : null);
    codes.push({ key, parent: above.at(-1)?.key ?? null, depth: above.length, name, definition, problem });
    above.push({ key, indent, path });
    paths.add(place);
  }
  return codes;
}

function problemOf(name: string, definition: string): OutlineProblem | null {
  if (name.length > NAME_LIMIT || definition.length > PROSE_LIMIT) return "long";
  return isPathSafe(name) ? null : "separator";
}

function widthOf(line: string): number {
  let width = 0;
  for (const sign of line) {
    if (sign === "\t") width += 4;
    else if (sign === "\u3000") width += 2;
    else if (sign === " ") width += 1;
    else break;
  }
  return width;
}

function partsOf(line: string): { name: string; definition: string } {
  const text = line.trim().replace(/^(?:[•・‣]\s*|(?:[-*–]|\d+[.)])\s+)/u, "");
  const colon = text.match(/：|:\s/);
  if (!colon?.index) return { name: text, definition: "" };
  return {
    name: text.slice(0, colon.index).trim(),
    definition: text.slice(colon.index + colon[0].length).trim(),
  };
}
