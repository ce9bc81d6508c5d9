import type { Operation, SegmentState } from "@/lib/domain/coding";
import { Notebook } from "./notebook";

export const TEXT =
  "川が道にあふれたら、 first you get people onto roofs 🏠👩‍👩‍👧, then é and \u202bשלום\u202c. The rest follows.";
const CODES = new Map([
  ["protection", { retired: false }],
  ["dignity", { retired: false }],
  ["old", { retired: true }],
]);
export const open = () => new Notebook(TEXT, CODES);
export const quote = (start: number, end: number) => TEXT.slice(start, end);
const quoted = (start: number, end: number) => ({ start, end, quote: quote(start, end) });
const ALL = [...CODES.keys()];

export function apply(
  id: string,
  segmentId: string,
  start: number,
  end: number,
  ...codes: string[]
): Operation {
  const codings = codes.map((codeId) => ({ id: `${id}-${codeId}`, codeId }));
  return { id, kind: "apply", versionId: "v1", segmentId, start, end, quote: quote(start, end), codings };
}

type Borders = Pick<SegmentState, "id" | "start" | "end">;

/** Cuts a segment in two at one offset. */
export function split(id: string, { id: segmentId, start, end }: Borders, at: number): Operation {
  return {
    ...{ id, kind: "split", versionId: "v1", segmentId, base: { start, end } },
    left: quoted(start, at),
    right: { ...quoted(at, end), segmentId: `${id}-right` },
    codings: ALL.map((codeId) => ({ id: `${id}-${codeId}`, codeId })),
  };
}

/** Unites segments, or one of their codes. */
export function unite(id: string, parts: readonly Borders[], codeId: string | null = null): Operation {
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  return {
    ...{ id, kind: "unite", versionId: "v1", segmentId: `${id}-all`, codeId },
    ...quoted(start, end),
    parts: parts.map((part) => ({ segmentId: part.id, start: part.start, end: part.end })),
    codings: ALL.map((code) => ({ id: `${id}-${code}`, codeId: code })),
  };
}
