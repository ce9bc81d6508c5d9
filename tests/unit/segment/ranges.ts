import fc from "fast-check";
import type { Range } from "@/lib/domain/segment";

/** How far the ranges of these tests reach. */
export const LENGTH = 40;

/** Ranges of [0, LENGTH], empty ones among them. */
export const anyRange = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]): Range => ({ start: Math.min(a, b), end: Math.max(a, b) }));

export const filledRange = anyRange.filter((range) => range.start < range.end);

export const anyRanges = fc.array(anyRange, { maxLength: 12 });

/** The offsets that any of the ranges covers: what a set of ranges means, said the slow way. */
export function covered(ranges: readonly Range[]): number[] {
  const offsets = Array.from({ length: LENGTH + 1 }, (_, offset) => offset);
  return offsets.filter((offset) => ranges.some((range) => range.start <= offset && offset < range.end));
}
