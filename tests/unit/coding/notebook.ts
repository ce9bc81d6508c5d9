import {
  type Change,
  type CodingState,
  type Operation,
  type Plan,
  plan,
  type SegmentState,
  type View,
} from "@/lib/domain/coding";
import { contextOf } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";

/** A store in memory that does what the server does with plans, for the laws. */
export class Notebook {
  readonly segments = new Map<string, SegmentState>();
  readonly codings = new Map<string, CodingState>();
  readonly events = new Map<string, { actorId: string; before: Change; after: Change; undone: boolean }>();

  constructor(
    readonly text: string,
    readonly codes: ReadonlyMap<string, { retired: boolean }>,
  ) {}

  view(actorId: string, setsPermissions = false): View {
    return {
      actorId,
      setsPermissions,
      revision: 1,
      version: { id: "v1", length: this.text.length },
      context: (start, end) =>
        isBoundary(this.text, start) && isBoundary(this.text, end)
          ? contextOf(this.text, { start, end })
          : null,
      segment: (id) => this.segments.get(id),
      ownSegmentAt: (start, end) =>
        [...this.segments.values()].find(
          (s) => !s.deleted && s.coderId === actorId && s.start === start && s.end === end,
        ),
      codingsOf: (segmentId) => [...this.codings.values()].filter((coding) => coding.segmentId === segmentId),
      code: (id) => this.codes.get(id),
      undoable: (id) => {
        const event = this.events.get(id);
        return event && !event.undone && event.actorId === actorId ? event : undefined;
      },
    };
  }

  perform(actorId: string, operation: Operation, setsPermissions = false): Plan {
    const planned = plan(operation, this.view(actorId, setsPermissions));
    if (!planned.ok) return planned;
    for (const segment of planned.after.segments) this.segments.set(segment.id, segment);
    for (const coding of planned.after.codings) this.codings.set(coding.id, coding);
    const undone = operation.kind === "undo" ? this.events.get(operation.eventId) : undefined;
    if (undone) undone.undone = true;
    this.events.set(operation.id, { actorId, before: planned.before, after: planned.after, undone: false });
    return planned;
  }

  /** What is there to be seen: live rows only, in a fixed order. */
  live() {
    const byId = <Row extends { id: string; deleted: boolean }>(rows: Iterable<Row>) =>
      [...rows].filter((row) => !row.deleted).sort((a, b) => a.id.localeCompare(b.id));
    return { segments: byId(this.segments.values()), codings: byId(this.codings.values()) };
  }
}
