import "server-only";
import { carrier, hideAlike, type Placer, type Redacted, type Rewritten } from "@/lib/domain/revision";
import { contextOf, type Range, rebaser } from "@/lib/domain/segment";
import type { Tx } from "@/lib/server/history";
import { redactedText, rowsOf } from "../data/stored";

interface SegmentRow extends Range {
  id: string;
  versionId: string;
  coderId: string;
  deleted: boolean;
}

interface Moved {
  /** Live segments that have a certain place in the new version, and that have none. */
  placed: number;
  queued: number;
}

interface Step {
  transcriptId: string;
  from: { id: string } & Redacted;
  to: { id: string } & Redacted;
}

/**
 * Moves every segment of a transcript, deleted ones too, to the new version where it has a certain place
 * there. The others stay on their old version, which is the queue; those that wait there already are
 * tried again, since the new text may hold their words as they were.
 */
export async function moveSegments(tx: Tx, { transcriptId, from, to }: Step): Promise<Moved> {
  const segments = await tx.$queryRaw<SegmentRow[]>`
    SELECT "id", "versionId", "coderId", "start", "end", "deletedAt" IS NOT NULL AS deleted
    FROM "Segment" WHERE "transcriptId" = ${transcriptId}::uuid ORDER BY "createdAt", "id"`;
  const shifted: (Range & { id: string })[] = [];
  const renewed: (Range & { id: string })[] = [];
  const taken = new Set<string>();
  let queued = 0;
  let placed = 0;
  for (const [versionId, rows] of ofVersions(segments, from.id)) {
    const here = versionId === from.id;
    const old = here ? from : await redactedText(rowsOf.tx(tx), versionId);
    const { place }: Placer = carrier(old, to);
    for (const row of rows) {
      const found = place(row);
      const key = found.ok ? `${row.coderId} ${found.range.start} ${found.range.end}` : "";
      // Two segments of one coder can't come to lie on the same words: the second waits for a person.
      if (!found.ok || (!row.deleted && taken.has(key))) {
        if (!row.deleted) queued += 1;
        continue;
      }
      if (!row.deleted) {
        taken.add(key);
        placed += 1;
      }
      const moved = { id: row.id, ...found.range };
      if (here && sameWords(old.text, row, to.text, found.range)) shifted.push(moved);
      else renewed.push(moved);
    }
  }
  await shift(tx, to.id, shifted);
  await renew(tx, to, renewed);
  return { placed, queued };
}

/** Segments by version; those of the version before first, since they have the older claim to a place. */
function ofVersions(segments: readonly SegmentRow[], first: string): [string, SegmentRow[]][] {
  const byVersion = new Map<string, SegmentRow[]>([[first, []]]);
  for (const segment of segments) {
    const list = byVersion.get(segment.versionId) ?? [];
    list.push(segment);
    byVersion.set(segment.versionId, list);
  }
  return [...byVersion].filter(([, list]) => list.length > 0);
}

/** Whether the quote and its context are in the new place what they were in the old one. */
function sameWords(before: string, old: Range, after: string, now: Range): boolean {
  const [a, b] = [contextOf(before, old), contextOf(after, now)];
  return a.quote === b.quote && a.before === b.before && a.after === b.after;
}

async function shift(tx: Tx, versionId: string, moved: readonly (Range & { id: string })[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Segment" s SET "versionId" = ${versionId}::uuid, "start" = n."start", "end" = n."end"
    FROM unnest(
      ${moved.map(({ id }) => id)}::uuid[],
      ${moved.map(({ start }) => start)}::int[],
      ${moved.map(({ end }) => end)}::int[]) AS n("id", "start", "end")
    WHERE s."id" = n."id"`;
}

async function renew(
  tx: Tx,
  to: { id: string } & Redacted,
  moved: readonly (Range & { id: string })[],
): Promise<void> {
  if (moved.length === 0) return;
  const contexts = moved.map((range) => contextOf(to.text, range));
  await tx.$executeRaw`
    UPDATE "Segment" s SET "versionId" = ${to.id}::uuid, "start" = n."start", "end" = n."end",
      "quote" = n."quote", "before" = n."before", "after" = n."after"
    FROM unnest(
      ${moved.map(({ id }) => id)}::uuid[],
      ${moved.map(({ start }) => start)}::int[],
      ${moved.map(({ end }) => end)}::int[],
      ${contexts.map(({ quote }) => quote)}::text[],
      ${contexts.map(({ before }) => before)}::text[],
      ${contexts.map(({ after }) => after)}::text[]) AS n("id", "start", "end", "quote", "before", "after")
    WHERE s."id" = n."id"`;
}

/** Puts pseudonyms into what segments on older versions quote, so that the queue names nobody either. */
export async function hideInQuotes(
  tx: Tx,
  transcriptId: string,
  to: { id: string } & Redacted,
): Promise<void> {
  const left = await tx.segment.findMany({
    where: { transcriptId, versionId: { not: to.id } },
    select: { id: true, versionId: true, start: true, end: true, quote: true, before: true, after: true },
  });
  const versions = new Map<string, Rewritten>();
  for (const { id, versionId, start, end, ...words } of left) {
    const hidden = versions.get(versionId) ?? hideAlike(to, await redactedText(rowsOf.tx(tx), versionId));
    versions.set(versionId, hidden);
    const now = contextOf(hidden.text, rebaser(hidden.edits).around({ start, end }));
    const same = now.quote === words.quote && now.before === words.before && now.after === words.after;
    if (!same) await tx.segment.update({ where: { id }, data: now, select: { id: true } });
  }
}
