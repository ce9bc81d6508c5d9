import type { ProposedCode } from "./proposed";

/**
 * Codes from an indented list, parents before their children. A line stands below the nearest earlier
 * line that is indented less; a tab counts as four spaces, an ideographic space as two. Bullets and
 * numbers at the start are left out. What follows a colon with a space (or a full-width colon) is the
 * definition.
 */
export function parseOutline(text: string): ProposedCode[] {
  const codes: ProposedCode[] = [];
  const above: { indent: number; path: readonly string[] }[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === "") continue;
    const indent = widthOf(line);
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const { name, definition } = partsOf(line);
    const path = [...(above.at(-1)?.path ?? []), name];
    codes.push({ line: index + 1, path, texts: definition === "" ? {} : { definition }, wrong: null });
    above.push({ indent, path });
  }
  return codes;
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
