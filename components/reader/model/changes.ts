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
  const change: Change = { segments: [], codings: [] };
  for (const row of payload.segments) {
    const [id, start, end, coder, stance, permission, memo, , certainty, given] = row;
    const coderId = payload.coders[coder]?.id ?? "";
    const words = contextOf(text, { start, end });
    const said = { stance, permission, memo, certainty };
    change.segments.push({ id, versionId, coderId, start, end, ...words, ...said, deleted: false });
    for (const [codingId, code, revision] of given) {
      const codeId = payload.codes[code] ?? "";
      change.codings.push({ id: codingId, segmentId: id, codeId, coderId, revision, deleted: false });
    }
  }
  return change;
}

/** A change as far as it is of this text: what lies in another version, or waits there, is not to be seen. */
export function inVersion(
  { segments, codings }: Change,
  { versionId }: Pick<ReaderDocument, "versionId">,
): Change {
  return {
    segments: segments.map((row) => (row.versionId === versionId ? row : { ...row, deleted: true })),
    codings,
  };
}

/** A range whose words may not be quoted, by whom or with what code is not told. */
export type Withheld = Range & { permission: Permission };

/** What is kept in unseen; null where nothing is hidden. */
export function withheldIn({ withheld }: Pick<CodingsPayload, "withheld">): Withheld[] | null {
  return withheld?.map(([start, end]) => ({ start, end, permission: "withheld" })) ?? null;
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
