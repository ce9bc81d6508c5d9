import "server-only";
import type { Operation, QuotedRange } from "@/lib/domain/coding";
import { carrier } from "@/lib/domain/revision";
import type { Range } from "@/lib/domain/segment";
import type { Texts } from "./older";

type Reshape = Extract<Operation, { kind: "split" | "unite" }>;

/**
 * A splitting or uniting that was made on an older version, as one on the current version. Null where a border
 * has no certain place there, or the coder saw other words: what the segments became is then looked at first.
 */
export function reshapedNow(operation: Reshape, versionId: string, { from, to }: Texts): Reshape | null {
  const { place } = carrier(from, to);
  const move = (range: Range): Range | null => {
    const placed = place(range);
    return placed.ok ? { start: placed.range.start, end: placed.range.end } : null;
  };
  const quoted = (range: Range): QuotedRange => ({
    start: range.start,
    end: range.end,
    quote: to.text.slice(range.start, range.end),
  });
  const seen = ({ start, end, quote }: QuotedRange) => from.text.slice(start, end) === quote;
  if (operation.kind === "split") {
    const { left, right } = operation;
    const [base, before, after] = [move(operation.base), move(left), move(right)];
    if (!base || !before || !after || !seen(left) || !seen(right)) return null;
    return {
      ...operation,
      ...{ versionId, base, left: quoted(before), right: { ...quoted(after), segmentId: right.segmentId } },
    };
  }
  if (!seen(operation)) return null;
  const parts: typeof operation.parts = [];
  for (const { segmentId, ...part } of operation.parts) {
    const moved = move(part);
    if (!moved) return null;
    parts.push({ segmentId, ...moved });
  }
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  return { ...operation, versionId, parts, ...quoted({ start, end }) };
}
