import type { AttributeType } from "../people";

/** Numbers and dates of up to so many different values are grouped by value; of more, by spans. */
const BY_VALUE = 8;
/** Spans that numbers and dates are parted into, at most about. */
const SPANS = 8;
/** What stands for people of whom nothing is known. */
export const NOT_STATED = "none";

/** People of one value, or of a span of values. The key says which, and stays what it says whoever comes or goes. */
export type Group = { readonly key: string; readonly label: string };

/** How the people of a study are parted by one attribute. */
export type Grouping = {
  /** In their order; people of whom nothing is known are not among them. */
  readonly groups: readonly Group[];
  /** The key of the group that a value belongs to; undefined or blank is `NOT_STATED`. */
  readonly keyOf: (value: string | undefined) => string;
};

/**
 * Parts people by what is known of them. `values` are in the canonical form of the attribute's kind, each as
 * often as anybody has it or once. Choices are in their own order, texts in the order of their code units;
 * numbers and dates ascend, and of more than eight different ones there are about eight spans of round
 * bounds: of numbers half-open, of dates whole years. A group without anybody is left out.
 */
export function grouping(attribute: AttributeType, values: Iterable<string>): Grouping {
  const known = [...new Set(values)].filter((value) => value !== "");
  const spanned = (attribute.kind === "number" || attribute.kind === "date") && known.length > BY_VALUE;
  return spanned ? bySpan(attribute.kind, known) : byValue(attribute, known);
}

function byValue({ kind, choices }: AttributeType, known: readonly string[]): Grouping {
  const place = new Map(choices.map((choice, at) => [choice, at]));
  const order = (a: string, b: string) => {
    if (kind === "number") return Number(a) - Number(b);
    const at = (place.get(a) ?? place.size) - (place.get(b) ?? place.size);
    return at || (a < b ? -1 : 1);
  };
  return {
    groups: known.toSorted(order).map((value) => ({ key: valueKey(value), label: value })),
    keyOf: (value) => (value ? valueKey(value) : NOT_STATED),
  };
}

function bySpan(kind: string, known: readonly string[]): Grouping {
  const points = known.map((value) => pointOf(kind, value));
  // Not spread into Math.min: there may be more of them than a call takes arguments.
  const low = points.reduce((a, b) => Math.min(a, b));
  const high = points.reduce((a, b) => Math.max(a, b));
  const whole = points.every(Number.isInteger);
  const step = roundStep((high - low) / SPANS, whole);
  const spanOf = (point: number): [number, number] => {
    let at = Math.floor(point / step);
    // A quotient may be rounded across the bound that it lies on.
    if (bound(at, step) > point) at -= 1;
    if (bound(at + 1, step) <= point) at += 1;
    return [bound(at, step), bound(at + 1, step)];
  };
  const starts = [...new Set(points.map((point) => spanOf(point)[0]))].sort((a, b) => a - b);
  return {
    groups: starts.map((start) => {
      const span = spanOf(start);
      return { key: spanKey(span), label: spanLabel(span, whole) };
    }),
    keyOf: (value) => (value ? spanKey(spanOf(pointOf(kind, value))) : NOT_STATED),
  };
}

/** A number; of a date its year. */
function pointOf(kind: string, value: string): number {
  return Number(kind === "date" ? value.slice(0, 4) : value);
}

/** The smallest of 1, 2, 5, 10, 20, 50, … (and their parts, unless only whole numbers are wanted) that is no smaller. */
function roundStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= least) ?? 10 * power;
  return whole ? Math.max(1, step) : Number(step.toPrecision(12));
}

/** A multiple of the step, without what binary fractions add. */
function bound(at: number, step: number): number {
  return Number((at * step).toPrecision(12));
}

const SPAN = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/;

function valueKey(value: string): string {
  return `=${encodeURIComponent(value)}`;
}

function spanKey([from, to]: readonly [number, number]): string {
  return `${from}..${to}`;
}

function spanLabel([from, to]: readonly [number, number], whole: boolean): string {
  if (!whole) return `${signed(from)}–<${signed(to)}`;
  return to - from === 1 ? signed(from) : `${signed(from)}–${signed(to - 1)}`;
}

/** With a minus that no dash is taken for. */
function signed(number: number): string {
  return number < 0 ? `−${-number}` : String(number);
}

/**
 * Whether a value belongs to the group that a key names, whatever other values there are; undefined or blank is
 * nothing known. A key that names no group of such an attribute holds nobody.
 */
export function inGroup(attribute: AttributeType, key: string, value: string | undefined): boolean {
  if (!value) return key === NOT_STATED;
  const [, from, to] = SPAN.exec(key) ?? [];
  if (from === undefined || to === undefined) return key === valueKey(value);
  const point = pointOf(attribute.kind, value);
  return point >= Number(from) && point < Number(to);
}
