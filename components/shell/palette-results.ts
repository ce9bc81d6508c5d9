import type { Command } from "./commands";
import { atWordStart, type FuzzyMatch, fuzzyMatch } from "./fuzzy";

export interface PaletteEntry {
  command: Command;
  ranges: FuzzyMatch["ranges"];
  score: number;
}

export interface PaletteGroup {
  name: string;
  entries: PaletteEntry[];
}

/** What is shown of each group before anything is typed, and of all once it is. */
const FIRST = 9;
const MOST = 40;

/** Whether what was typed stands in the command's own words in one piece, where a word begins. */
export function beginsWord(entry: PaletteEntry | undefined): boolean {
  const [first, ...more] = entry?.ranges ?? [];
  return first !== undefined && more.length === 0 && atWordStart(entry?.command.label ?? "", first.start);
}

function found(command: Command, query: string): PaletteEntry | null {
  const onLabel = fuzzyMatch(query, command.label);
  if (onLabel) return { command, ranges: onLabel.ranges, score: onLabel.score };
  const wider = fuzzyMatch(query, `${command.label} ${command.keywords ?? ""} ${command.group}`);
  return wider && { command, ranges: [], score: wider.score / 2 };
}

/** The commands that go with the query: best first, groups in the order of their best. */
export function paletteResults(commands: readonly Command[], query: string): PaletteGroup[] {
  const offered = commands.filter(({ keysOnly }) => !keysOnly);
  const blank = query.trim() === "";
  const entries = blank
    ? offered.map((command) => ({ command, ranges: [], score: 0 }))
    : offered
        .map((command) => found(command, query))
        .filter((entry) => entry !== null)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST);
  const groups = new Map<string, PaletteEntry[]>();
  for (const entry of entries) {
    const members = groups.get(entry.command.group) ?? [];
    if (!blank || members.length < FIRST) members.push(entry);
    groups.set(entry.command.group, members);
  }
  return [...groups].map(([name, members]) => ({ name, entries: members }));
}
