import type { Change, CodingState, SegmentState } from "@/lib/domain/coding";

const NONE: readonly CodingState[] = [];

/** The rows of codings by id, deleted ones too, with the look-ups that planning needs. */
export class Rows {
  readonly segments = new Map<string, SegmentState>();
  private readonly codings = new Map<string, readonly CodingState[]>();
  private readonly ranges = new Map<string, string>();

  /** `actorId` is whose live segments `ownSegmentAt` finds. */
  constructor(private readonly actorId: string) {}

  segment(id: string): SegmentState | undefined {
    return this.segments.get(id);
  }

  codingsOf(segmentId: string): readonly CodingState[] {
    return this.codings.get(segmentId) ?? NONE;
  }

  ownSegmentAt(start: number, end: number): SegmentState | undefined {
    const id = this.ranges.get(key(start, end));
    return id === undefined ? undefined : this.segments.get(id);
  }

  putSegment(row: SegmentState): void {
    const before = this.segments.get(row.id);
    // A range that another segment has taken over meanwhile stays with that one.
    if (before && this.ranges.get(key(before.start, before.end)) === row.id) {
      this.ranges.delete(key(before.start, before.end));
    }
    this.segments.set(row.id, row);
    if (!row.deleted && row.coderId === this.actorId) this.ranges.set(key(row.start, row.end), row.id);
  }

  putCoding(row: CodingState): void {
    const siblings = this.codingsOf(row.segmentId);
    const at = siblings.findIndex((coding) => coding.id === row.id);
    this.codings.set(row.segmentId, at < 0 ? [...siblings, row] : siblings.with(at, row));
  }

  put(change: Change): void {
    for (const row of change.segments) this.putSegment(row);
    for (const row of change.codings) this.putCoding(row);
  }

  /** The ids of all live rows. */
  liveIds(): Set<string> {
    const ids = new Set<string>();
    for (const { id, deleted } of this.segments.values()) if (!deleted) ids.add(id);
    for (const codings of this.codings.values())
      for (const { id, deleted } of codings) if (!deleted) ids.add(id);
    return ids;
  }

  /** The live rows of these ids, as deleted. */
  gone(ids: ReadonlySet<string>): Change {
    const gone: Change = { segments: [], codings: [] };
    if (ids.size === 0) return gone;
    for (const row of this.segments.values())
      if (!row.deleted && ids.has(row.id)) gone.segments.push({ ...row, deleted: true });
    for (const codings of this.codings.values())
      for (const row of codings)
        if (!row.deleted && ids.has(row.id)) gone.codings.push({ ...row, deleted: true });
    return gone;
  }

  /** Takes over what `source` holds of these segments with all their codings; what it has not is forgotten here. */
  copy(source: Rows, segmentIds: Iterable<string>): void {
    for (const id of segmentIds) {
      this.forget(id);
      const segment = source.segment(id);
      if (segment) this.putSegment(segment);
      // Lists of codings are never changed, so both may hold the same one.
      const codings = source.codings.get(id);
      if (codings) this.codings.set(id, codings);
    }
  }

  private forget(id: string): void {
    const segment = this.segments.get(id);
    if (segment && this.ranges.get(key(segment.start, segment.end)) === id) {
      this.ranges.delete(key(segment.start, segment.end));
    }
    this.segments.delete(id);
    this.codings.delete(id);
  }
}

const key = (start: number, end: number) => `${start}:${end}`;
