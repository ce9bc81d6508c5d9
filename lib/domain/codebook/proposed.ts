import type { CodeText } from "./book";

/** What cannot be taken of one line of a list or a table. */
export type LineProblem = "no_name" | "separator" | "long" | "colour" | "key" | "twice" | "above";

/** A code that a list or a table proposes, wherever it came from. */
export interface ProposedCode {
  /** The line of the list or the row of the table, from 1 on. */
  readonly line: number;
  /** The names from the root to the code; empty where none is given. */
  readonly path: readonly string[];
  /** The texts that are given; what is left out, or empty, changes nothing. */
  readonly texts: Readonly<Partial<Record<CodeText, string>>>;
  readonly hue?: number;
  readonly shortcut?: string;
  /** What is wrong with it by itself. */
  readonly wrong: LineProblem | null;
}
