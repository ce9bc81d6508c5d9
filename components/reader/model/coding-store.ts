import { type Change, type Operation, type Plan, plan, type View } from "@/lib/domain/coding";
import { contextOf, type Range } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";
import type { CodingsPayload, OperationOutcome } from "@/lib/schemas/coding";
import { changeOf, inVersion, sameChange, segmentIds, type Withheld, withheldIn } from "./changes";
import type { ReaderDocument } from "./document";
import { PaintedIndex } from "./painted";
import { Rows } from "./rows";
import { Stamps } from "./stamps";
import type { Coder, Heard, PastEvent, StoreSettings } from "./store-terms";

/**
 * The codings of one transcript as the person sees them: what the server has confirmed, with the
 * operations laid over it that still wait. The same pure `plan` decides here and on the server, so a
 * change shows at once; where the server answers otherwise, its answer replaces the guess.
 */
export class CodingStore {
  readonly events = new Map<string, PastEvent>();
  coders: Coder[];
  private readonly confirmed: Rows;
  private readonly seen: Rows;
  private readonly painted: PaintedIndex;
  private readonly takenBack = new Set<string>();
  /** When each segment was made, in milliseconds since 1970. */
  private readonly made = new Map<string, number>();
  /** As of which event each confirmed row is, so that what comes late does not go over what came since. */
  private readonly stamps = new Stamps();
  /** What others keep in who are not seen here: nothing of it may be quoted. Null once all are known to be seen. */
  withheld: readonly Withheld[] | null = [];
  private revision: number;
  /** While a state is being loaded: the ids of what was known before and has not come in it. */
  private left: Set<string> | null = null;
  private pending: { operation: Operation; after: Change | null }[] = [];
  private readonly rowListeners = new Map<number, Set<() => void>>();
  private readonly listeners = new Set<() => void>();
  /** Raised by every change, for those who look at all codings. */
  private changes = 0;

  constructor(
    private document: ReaderDocument,
    private readonly settings: StoreSettings,
  ) {
    this.confirmed = new Rows(settings.me.id);
    this.seen = new Rows(settings.me.id);
    this.painted = new PaintedIndex(document.rows);
    this.coders = [settings.me];
    this.revision = settings.revision;
  }

  /** The codebook has a newer revision, under which codings are made from now on. */
  revise(revision: number): void {
    this.revision = revision;
  }

  /** Goes on with a longer text of the same version, whose first paragraphs are those it has. */
  take(document: ReaderDocument): void {
    this.document = document;
    this.painted.take(document.rows);
  }

  /**
   * Takes in the confirmed state from the server; what waits stays laid over it. Where some was known
   * before, what the state has no longer has been deleted, unless it is of an event since.
   */
  load(payload: CodingsPayload): void {
    this.begin();
    this.loadPart(payload);
    this.loaded(payload.seq);
  }

  /** A state is about to be taken in part by part; one that was begun before, and came to no end, is forgotten. */
  begin(): void {
    this.left = this.confirmed.liveIds();
  }

  /** Takes in a part of it. Only those who look at its paragraphs are told, and all once it is `loaded`. */
  loadPart(payload: CodingsPayload): void {
    this.coders = [this.settings.me, ...payload.coders.filter(({ id }) => id !== this.settings.me.id)];
    const change = this.read(payload);
    for (const { id } of [...change.segments, ...change.codings]) this.left?.delete(id);
    this.confirmed.put(this.stamps.fresh(payload.seq, change));
    this.relay(segmentIds(change), false);
  }

  /** Takes in what lies about one place, ahead of the state that is on its way, be that of before or since. */
  loadAhead(payload: CodingsPayload): void {
    for (const coder of payload.coders) this.meet(coder);
    const change = this.read(payload);
    this.confirm(change, payload.seq);
    this.relay(segmentIds(change), false);
  }

  /** All parts of the state as of this event have been taken in. */
  loaded(seq: number): void {
    const gone = this.confirmed.gone(this.left ?? new Set());
    this.left = null;
    this.confirmed.put(this.stamps.fresh(seq, gone));
    this.stamps.since(seq);
    this.relay(segmentIds(gone));
  }

  private read(payload: CodingsPayload): Change {
    this.withheld = withheldIn(payload);
    for (const segment of payload.segments) this.made.set(segment[0], segment[7] * 1000);
    return changeOf(payload, this.document);
  }

  /** Takes in what others did, or the person elsewhere, or here before the answer to it comes. */
  hear(heard: readonly Heard[]): void {
    const { text } = this.document;
    const touched: string[] = [];
    for (const { id, seq, coder, rows } of heard) {
      this.meet(coder);
      const segments = rows.segments.map((row) => ({ ...row, ...contextOf(text, row) }));
      const change = { segments, codings: rows.codings };
      if (this.pending.some(({ operation }) => operation.id === id))
        this.settle({ id, ok: true, seq, change });
      else {
        this.date(change);
        this.confirm(change, seq);
        touched.push(...segmentIds(change));
      }
    }
    if (touched.length > 0) this.relay(touched);
  }

  private meet(coder: Coder): void {
    if (!this.coders.some(({ id }) => id === coder.id)) this.coders = [...this.coders, coder];
  }

  /** Shows the operation's effect at once, or answers why it cannot be. */
  perform(operation: Operation): Plan {
    const planned = plan(operation, this.view());
    if (!planned.ok) return planned;
    this.note(operation, planned);
    this.date(planned.after);
    this.seen.put(planned.after);
    this.pending.push({ operation, after: planned.after });
    this.announce(this.painted.refresh(this.seen, segmentIds(planned.after)));
    return planned;
  }

  /** Lays an operation over the confirmed state that was made earlier and still waits, such as before a reload. */
  resume(operation: Operation): void {
    if (this.pending.some((each) => each.operation.id === operation.id)) return;
    if (!this.perform(operation).ok) this.pending.push({ operation, after: null });
  }

  /** Takes in the server's word on an operation, of this tab or another. */
  settle(outcome: OperationOutcome): void {
    const at = this.pending.findIndex((each) => each.operation.id === outcome.id);
    const [settled] = at < 0 ? [] : this.pending.splice(at, 1);
    const change = outcome.ok ? outcome.change : outcome.current;
    if (change) this.date(change);
    const later = change ? !this.confirm(change, outcome.ok ? outcome.seq : null) : false;
    const event = this.events.get(outcome.id);
    if (outcome.ok && event) this.events.set(outcome.id, { ...event, after: outcome.change });
    if (!outcome.ok) this.forget(outcome.id, settled?.operation);
    const asPlanned = outcome.ok && settled?.after && sameChange(settled.after, outcome.change);
    if (asPlanned && !later) this.announce(new Set());
    else this.relay([...segmentIds(change), ...segmentIds(settled?.after ?? undefined)]);
  }

  /**
   * Takes rows as confirmed that are not known as of a later event; answers whether all of them were. What
   * a refusal shows has no number: where a row's is known, live events bring it up to date.
   */
  private confirm(change: Change, seq: number | null): boolean {
    const fresh = seq === null ? this.stamps.unknown(change) : this.stamps.fresh(seq, change);
    if (seq !== null) this.stamps.put(seq, fresh);
    this.confirmed.put(inVersion(fresh, this.document));
    return fresh.segments.length === change.segments.length && fresh.codings.length === change.codings.length;
  }

  /** Remembers an event of an earlier visit or version, so that it can be undone. Later ones come later. */
  recall(id: string, event: PastEvent, takenBack: boolean): void {
    this.events.set(id, event);
    if (takenBack) this.takenBack.add(id);
    // What it deleted is not among what the server sent, and must be known for it to be taken back.
    for (const rows of [this.confirmed, this.seen]) {
      for (const row of event.after.segments)
        if (row.deleted && (rows.segment(row.id)?.deleted ?? true)) rows.putSegment(row);
      for (const row of event.after.codings)
        if (
          row.deleted &&
          !rows.codingsOf(row.segmentId).some(({ id, deleted }) => id === row.id && !deleted)
        )
          rows.putCoding(row);
    }
  }

  isTakenBack(eventId: string): boolean {
    return this.takenBack.has(eventId);
  }

  segment(id: string) {
    const row = this.seen.segment(id);
    return row && !row.deleted ? row : undefined;
  }

  /** When a segment was made, in milliseconds since 1970. */
  madeAt(segmentId: string): number | undefined {
    return this.made.get(segmentId);
  }

  codingsOf(segmentId: string) {
    return this.seen.codingsOf(segmentId).filter((coding) => !coding.deleted);
  }

  ownSegmentAt(start: number, end: number) {
    return this.seen.ownSegmentAt(start, end);
  }

  paintedSegment = (id: string) => this.painted.get(id);
  inRow = (row: number) => this.painted.inRow(row);
  ordered = () => this.painted.ordered();
  /** Those that have a part in a range, in order of place. */
  within = (range: Range) => this.painted.within(range);
  lanes = () => this.painted.lanes;
  version = () => this.changes;
  /** What has no word of the server yet, in its order. */
  waiting = () => this.pending.map(({ operation }) => operation);

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Calls back only when the segments of this paragraph change. */
  subscribeRow(row: number, listener: () => void): () => void {
    const of = this.rowListeners.get(row) ?? new Set();
    this.rowListeners.set(row, of.add(listener));
    return () => of.delete(listener);
  }

  private view(): View {
    const { text, versionId } = this.document;
    const { me, setsPermissions, code } = this.settings;
    return {
      actorId: me.id,
      setsPermissions,
      revision: this.revision,
      version: { id: versionId, length: text.length },
      context: (start, end) =>
        isBoundary(text, start) && isBoundary(text, end) ? contextOf(text, { start, end }) : null,
      segment: (id) => this.seen.segment(id),
      ownSegmentAt: (start, end) => this.seen.ownSegmentAt(start, end),
      codingsOf: (id) => [...this.seen.codingsOf(id)],
      code,
      undoable: (id) => (this.takenBack.has(id) ? undefined : this.events.get(id)),
    };
  }

  private note(operation: Operation, planned: PastEvent): void {
    this.events.set(operation.id, { before: planned.before, after: planned.after });
    if (operation.kind === "undo") this.takenBack.add(operation.eventId);
  }

  /** What is met for the first time after loading has just been made, here or in another tab. */
  private date({ segments }: Change): void {
    for (const { id } of segments) if (!this.made.has(id)) this.made.set(id, this.settings.now());
  }

  private forget(id: string, operation: Operation | undefined): void {
    this.events.delete(id);
    if (operation?.kind === "undo") this.takenBack.delete(operation.eventId);
  }

  /** Shows the confirmed state of these segments anew, with all that waits planned again on top. */
  private relay(ids: readonly string[], toAll = true): void {
    const touched = new Set(ids);
    for (const { after } of this.pending) for (const id of segmentIds(after ?? undefined)) touched.add(id);
    for (const { operation } of this.pending)
      if (operation.kind === "undo") this.takenBack.delete(operation.eventId);
    this.seen.copy(this.confirmed, touched);
    for (const waiting of this.pending) {
      const planned = plan(waiting.operation, this.view());
      waiting.after = planned.ok ? planned.after : null;
      if (!planned.ok) continue;
      this.note(waiting.operation, planned);
      this.seen.put(planned.after);
      for (const id of segmentIds(planned.after)) touched.add(id);
    }
    this.announce(this.painted.refresh(this.seen, touched), toAll);
  }

  private announce(rows: ReadonlySet<number>, toAll = true): void {
    if (!toAll && ![...rows].some((row) => this.rowListeners.get(row)?.size)) return;
    this.changes += 1;
    for (const row of rows) for (const listener of this.rowListeners.get(row) ?? []) listener();
    for (const listener of [...this.listeners]) listener();
  }
}
