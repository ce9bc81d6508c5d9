import "server-only";
import { performance } from "node:perf_hooks";
import { setImmediate as others } from "node:timers/promises";
import { AppError } from "@/lib/access/errors";
import { type Matcher, matcherOf } from "@/lib/domain/search";
import { overlaps, type Range } from "@/lib/domain/segment";
import type { Connection, Row } from "./rows";
import type { Wanted } from "./wanted";
import { answeredIn, codedIn, wordsOf } from "./words";

/** A stretch with hits in it. */
export interface Found {
  row: Row;
  count: number;
  /** Relative to the stretch, with its words; not looked for where the number alone is known. */
  exact: { words: string; hits: Range[] } | null;
}

/** Whether to leave off after a stretch, before the next one. */
type Until = (last: Row, next: Row) => boolean;

interface Looked {
  found: Found[];
  /** The stretch after which it was left off; null where all were looked through. */
  stopped: Row | null;
}

/** How long one stretch may take, in milliseconds. */
const LONGEST = 2_000;
/** How long the server is held at once, in milliseconds. */
const HOLD = 12;

/** Looks through stretches for one search. */
export class Looking {
  readonly #matcher: Matcher;
  #begun = 0;

  constructor(
    readonly connection: Connection,
    readonly wanted: Wanted,
  ) {
    this.#matcher = matcherOf(wanted.query, {
      watch: () => {
        if (performance.now() - this.#begun > LONGEST)
          throw new AppError("too_large", { detail: "search_too_slow" });
      },
    });
  }

  /** The stretches with hits, in the order given; others on the server have their turn meanwhile. */
  async in(rows: readonly Row[], until: Until = () => false): Promise<Looked> {
    const admitted = rows.filter((row) => this.#admits(row));
    if (this.wanted.exact) return this.#exactly(admitted, until);
    return this.#each(admitted, until, (row) => {
      const count = this.#matcher.count(row.folded);
      return count > 0 ? { row, count, exact: null } : null;
    });
  }

  /** With the words and the places of the hits, where only their number was known. */
  async exactly(found: readonly Found[]): Promise<Found[]> {
    if (found.every(({ exact }) => exact)) return [...found];
    return (
      await this.#exactly(
        found.map(({ row }) => row),
        () => false,
      )
    ).found;
  }

  async #exactly(rows: readonly Row[], until: Until): Promise<Looked> {
    const { connection, wanted } = this;
    const { scope, questionIds, within, without } = wanted;
    const [words, answered, coded, uncoded] = await Promise.all([
      wordsOf(connection, rows),
      questionIds && answeredIn(connection, rows, questionIds),
      within && codedIn(connection, scope, rows, within),
      without && codedIn(connection, scope, rows, without),
    ]);
    return this.#each(rows, until, (row) => {
      const text = words.get(row) ?? "";
      const meets = (ranges: Map<string, Range[]>, hit: Range) =>
        ranges
          .get(row.versionId)
          ?.some((range) => overlaps(range, { start: row.start + hit.start, end: row.start + hit.end })) ??
        false;
      const hits = this.#matcher
        .find(text)
        .filter((hit) => !answered || meets(answered, hit))
        .filter((hit) => !coded || meets(coded, hit))
        .filter((hit) => !uncoded || !meets(uncoded, hit));
      return hits.length > 0 ? { row, count: hits.length, exact: { words: text, hits } } : null;
    });
  }

  async #each(rows: readonly Row[], until: Until, look: (row: Row) => Found | null): Promise<Looked> {
    const found: Found[] = [];
    let since = performance.now();
    let last: Row | undefined;
    for (const row of rows) {
      if (last && until(last, row)) return { found, stopped: last };
      last = row;
      this.#begun = performance.now();
      if (this.#begun - since > HOLD) {
        await others();
        since = performance.now();
        this.#begun = since;
      }
      const one = look(row);
      if (one) found.push(one);
    }
    return { found, stopped: null };
  }

  /** Whether somebody speaks whose words are searched. Of an interviewee's words only theirs who are chosen. */
  #admits(row: Row): boolean {
    const { speakers, people } = this.wanted;
    const role = row.role ?? "other";
    if (speakers && role !== speakers) return false;
    return !people || role !== "interviewee" || (row.intervieweeId !== null && people.has(row.intervieweeId));
  }
}
