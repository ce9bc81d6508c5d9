import type { Change } from "@/lib/domain/coding";
import type { Permission } from "@/lib/domain/permission";
import { contextOf, type Range } from "@/lib/domain/segment";
import type { CodingsPayload } from "@/lib/schemas/coding";
import type { ReaderDocument } from "./document";

/** The rows that a payload of codings stands for, with their words from the text. */
export function changeOf(
  payload: CodingsPayload,
  { text, versionId }: Pick<ReaderDocument, "text" | "versionId">,
): Change {
  const segments = payload.segments.map(([id, start, end, coder, stance, permission, memo, , certainty]) => ({
    id,
    versionId,
    coderId: payload.coders[coder]?.id ?? "",
    start,
    end,
    ...contextOf(text, { start, end }),
    stance,
    permission,
    memo,
    certainty,
    deleted: false,
  }));
  const codings = payload.codings.flatMap(([id, segment, codeId, revision]) => {
    const of = segments[segment];
    return of ? [{ id, segmentId: of.id, codeId, coderId: of.coderId, revision, deleted: false }] : [];
  });
  return { segments, codings };
}

/** A range whose words may not be quoted, by whom or with what code is not told. */
export type Withheld = Range & { permission: Permission };

export function withheldIn({ withheld = [] }: Pick<CodingsPayload, "withheld">): Withheld[] {
  return withheld.map(([start, end]) => ({ start, end, permission: "withheld" }));
}

/** All segments that a change has to do with. */
export function segmentIds(change: Change | undefined): string[] {
  if (!change) return [];
  return [...change.segments.map((row) => row.id), ...change.codings.map((row) => row.segmentId)];
}

/** Whether two changes leave the same rows. */
export function sameChange(a: Change, b: Change): boolean {
  return sameRows(a.segments, b.segments) && sameRows(a.codings, b.codings);
}

function sameRows<Row extends { id: string }>(a: readonly Row[], b: readonly Row[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((row) => {
    const other = b.find((each) => each.id === row.id);
    return other !== undefined && (Object.keys(row) as (keyof Row)[]).every((key) => row[key] === other[key]);
  });
}
