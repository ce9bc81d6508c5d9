import type { CharacterTest, Node } from "./nodes";
import { readPattern, Unsupported } from "./read";
import { requiredOf } from "./required";

/** A step of a program. `next` and `other` are places in it; of the two ways of a fork the first is preferred. */
export type Step =
  | { kind: "one"; test: CharacterTest; next: number }
  | { kind: "fork"; next: number; other: number }
  | { kind: "assert"; at: "line_start" | "line_end" | "border" | "no_border"; next: number }
  | { kind: "found" };

/**
 * What must stand in a text, folded, for something to be found there: pieces in order, or alternatives. `short`
 * are keys that it then has, too (see short.ts).
 */
export type Required =
  | { kind: "nothing" }
  | { kind: "pieces"; pieces: string[]; short?: string[] }
  | { kind: "all" | "any"; parts: Required[] };

export interface Program {
  steps: Step[];
  start: number;
  required: Required;
}

export type Compiled =
  | { ok: true; program: Program }
  | { ok: false; reason: "pattern_syntax" | "pattern_unsupported" | "pattern_too_large" };

/** Each step costs time at every character. */
const MOST_STEPS = 1_000;

class TooLarge extends Error {}

/**
 * The program of a regular expression in JavaScript's syntax (flags i, m, u). It runs in time linear in the
 * text, whatever the expression; so what looks around or refers back is refused, and so is what is too large.
 */
export function compilePattern(source: string): Compiled {
  try {
    new RegExp(source, "imu");
  } catch {
    return { ok: false, reason: "pattern_syntax" };
  }
  try {
    const node = readPattern(source);
    return { ok: true, program: { ...programOf(node), required: requiredOf(node) } };
  } catch (error) {
    if (error instanceof Unsupported) return { ok: false, reason: "pattern_unsupported" };
    if (error instanceof TooLarge) return { ok: false, reason: "pattern_too_large" };
    throw error;
  }
}

/** The steps of a node. */
export function programOf(node: Node): { steps: Step[]; start: number } {
  const builder = new Builder();
  return { start: builder.build(node, builder.found), steps: builder.steps };
}

/** Builds from the end, so that each step knows where it leads. */
class Builder {
  readonly steps: Step[] = [{ kind: "found" }, { kind: "one", test: () => false, next: 1 }];
  readonly found = 0;
  /** Leads nowhere. */
  readonly dead = 1;

  add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new TooLarge();
    return this.steps.push(step) - 1;
  }

  /** Where to begin in order to do the node and then go to `next`. */
  build(node: Node, next: number): number {
    switch (node.kind) {
      case "one":
        return this.add({ kind: "one", test: node.test, next });
      case "assertion":
        return this.add({ kind: "assert", at: node.at, next });
      case "sequence":
        return node.parts.reduceRight((after, part) => this.build(part, after), next);
      case "choice":
        return this.choice(node.parts.map((part) => this.build(part, next)));
      case "repeat": {
        const optional = this.optional(node, next);
        return this.build(copies(node), optional);
      }
    }
  }

  /**
   * The same, but where nothing was taken it goes to `empty` in the end. JavaScript tries no further repeat
   * that takes nothing, and looks for one that does.
   */
  fresh(node: Node, empty: number, next: number): number {
    switch (node.kind) {
      case "one":
        return this.build(node, next);
      case "assertion":
        return this.build(node, empty);
      case "choice":
        return this.choice(node.parts.map((part) => this.fresh(part, empty, next)));
      case "sequence": {
        const [first, ...rest] = node.parts;
        if (!first) return empty;
        const others: Node = { kind: "sequence", parts: rest };
        return this.fresh(first, this.fresh(others, empty, next), this.build(others, next));
      }
      case "repeat": {
        const optional = { ...node, least: 0, most: node.most - node.least };
        const last = optional.most > 0 ? this.freshOptional(optional, empty, next) : empty;
        return this.fresh(copies(node), last, this.optional(node, next));
      }
    }
  }

  choice(parts: number[]): number {
    return parts.reduceRight((other, first) => this.add({ kind: "fork", next: first, other }));
  }

  /** The repeats that need not be, after those that must. */
  optional({ part, least, most, lazy }: Repeat, next: number): number {
    const once = (then: number) =>
      isNullable(part) ? this.fresh(part, this.dead, then) : this.build(part, then);
    let at = next;
    if (most === Number.POSITIVE_INFINITY) {
      const loop = this.add(forkOf(lazy, next, next));
      this.steps[loop] = forkOf(lazy, once(loop), next);
      at = loop;
    } else for (let count = least; count < most; count += 1) at = this.add(forkOf(lazy, once(at), next));
    return at;
  }

  freshOptional(node: Repeat, empty: number, next: number): number {
    const after = this.optional({ ...node, most: node.most - 1 }, next);
    return this.add(forkOf(node.lazy, this.fresh(node.part, this.dead, after), empty));
  }
}

type Repeat = Extract<Node, { kind: "repeat" }>;

function forkOf(lazy: boolean, inside: number, out: number): Step {
  return lazy ? { kind: "fork", next: out, other: inside } : { kind: "fork", next: inside, other: out };
}

/** The repeats that must be. */
function copies({ part, least }: Repeat): Node {
  if (least > MOST_STEPS) throw new TooLarge();
  return { kind: "sequence", parts: Array<Node>(least).fill(part) };
}

/** Whether the node may be done without taking a character. */
function isNullable(node: Node): boolean {
  switch (node.kind) {
    case "one":
      return false;
    case "assertion":
      return true;
    case "sequence":
      return node.parts.every(isNullable);
    case "choice":
      return node.parts.some(isNullable);
    case "repeat":
      return node.least === 0 || isNullable(node.part);
  }
}
