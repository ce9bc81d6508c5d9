import "server-only";
import type { Change, Operation, SegmentState, View } from "@/lib/domain/coding";
import { carrier, hideAlike, type Redacted } from "@/lib/domain/revision";
import { contextOf, type Range, rebaser, type TextContext } from "@/lib/domain/segment";
import { isBoundary } from "@/lib/domain/text";
import { reshapedNow } from "./older-shape";
import { type Rows, redactedText } from "./stored";

/** An operation as it is to be planned, with what is to be known of it. */
export interface Planned {
  operation: Operation;
  view: View;
}

/** What has to be read anew for an operation that came to be about another place of the current version. */
export type Reread = (operation: Operation) => Promise<View>;

type Of<Kind extends Operation["kind"]> = Extract<Operation, { kind: Kind }>;

/** The older version that an operation was made on, or null where it was made on the current one. */
function olderVersion(operation: Operation, view: View): string | null {
  const versionId = "versionId" in operation ? operation.versionId : undefined;
  return versionId === undefined || versionId === view.version.id ? null : versionId;
}

/**
 * An operation that was made on an older version, because the coder had it open or was offline, as one on
 * the current version: its range goes through the difference. What has no certain place there is done on
 * the older version, which puts the segment into the queue. An undo finds its rows where they have moved
 * to since. Operations on the current version are answered as they are.
 */
export async function caughtUp(
  rows: Rows,
  transcriptId: string,
  given: Planned,
  reread: Reread,
): Promise<Planned> {
  const { operation, view } = given;
  if (operation.kind === "undo") return undoNow(rows, given, operation);
  const versionId = olderVersion(operation, view);
  if (versionId === null) return given;
  const [known] = await rows(
    `SELECT "id" FROM "TranscriptVersion" WHERE "id" = $1::uuid AND "transcriptId" = $2::uuid`,
    versionId,
    transcriptId,
  );
  if (!known) return given;
  const texts = { from: await redactedText(rows, versionId), to: await redactedText(rows, view.version.id) };
  if (operation.kind === "apply") return applyNow(rows, { operation, view }, versionId, texts, reread);
  if (operation.kind === "resize") return resizeNow(rows, { operation, view }, versionId, texts, reread);
  if (operation.kind !== "split" && operation.kind !== "unite") return given;
  const now = reshapedNow(operation, view.version.id, texts);
  return now ? { operation: now, view: await reread(now) } : given;
}

export interface Texts {
  from: Redacted;
  to: Redacted;
}

async function applyNow(
  rows: Rows,
  { operation, view }: { operation: Of<"apply">; view: View },
  versionId: string,
  texts: Texts,
  reread: Reread,
): Promise<Planned> {
  const { from, to } = texts;
  const old = await viewOfOlder(rows, view, versionId, texts, operation);
  // What the coder saw is not what that version says: refused there.
  if (from.text.slice(operation.start, operation.end) !== operation.quote) return { operation, view: old };
  const placed = carrier(from, to).place(operation);
  if (!placed.ok) {
    const quote = old.context(operation.start, operation.end)?.quote ?? operation.quote;
    return { operation: { ...operation, quote }, view: old };
  }
  const { start, end } = placed.range;
  const now = { ...operation, versionId: view.version.id, start, end, quote: to.text.slice(start, end) };
  return { operation: now, view: await reread(now) };
}

async function resizeNow(
  rows: Rows,
  { operation, view }: { operation: Of<"resize">; view: View },
  versionId: string,
  texts: Texts,
  reread: Reread,
): Promise<Planned> {
  const { from, to } = texts;
  const segment = view.segment(operation.segmentId);
  if (!segment || from.text.slice(operation.start, operation.end) !== operation.quote)
    return { operation, view };
  const old = await viewOfOlder(rows, view, versionId, texts, operation);
  const quote = old.context(operation.start, operation.end)?.quote ?? operation.quote;
  // It waits on that very version: its borders move there.
  if (segment.versionId === versionId) return { operation: { ...operation, quote }, view: old };
  const { place } = carrier(from, to);
  const base = place(operation.base);
  if (!base.ok || !sameRange(base.range, segment)) return { operation, view };
  const wanted = place(operation);
  if (wanted.ok) {
    const { start, end } = wanted.range;
    const now = {
      ...operation,
      versionId: view.version.id,
      ...{ start, end, quote: to.text.slice(start, end), base: base.range },
    };
    return { operation: now, view: await reread(now) };
  }
  const waiting: SegmentState = { ...segment, versionId, ...operation.base };
  const known = (id: string) => (id === segment.id ? waiting : old.segment(id));
  return { operation: { ...operation, quote }, view: { ...old, segment: known } };
}

const sameRange = (a: Range, b: Range) => a.start === b.start && a.end === b.end;

/** What an older version says of a range, without the names that are hidden by now. */
function olderContext({ from, to }: Texts): View["context"] {
  const hidden = hideAlike(to, from);
  const { around } = rebaser(hidden.edits);
  return (start, end) =>
    isBoundary(from.text, start) && isBoundary(from.text, end)
      ? contextOf(hidden.text, around({ start, end }))
      : null;
}

/** The view of somebody who works on the older version: what is written there waits in the queue. */
async function viewOfOlder(
  rows: Rows,
  view: View,
  versionId: string,
  texts: Texts,
  { start, end }: Range,
): Promise<View> {
  const [standing] = await ownSegments(rows, view.actorId, [{ versionId, start, end }]);
  return {
    ...view,
    version: { id: versionId, length: texts.from.text.length },
    context: olderContext(texts),
    ownSegmentAt: (from, to) => (standing && from === start && to === end ? standing : undefined),
  };
}

const SEGMENT = `"id", "versionId", "coderId", "start", "end", "quote", "before", "after", "stance", "permission", "memo", "certainty",
  "deletedAt" IS NOT NULL AS deleted`;

/** The coder's own live segments at these very places. */
function ownSegments(
  rows: Rows,
  coderId: string,
  places: readonly (Range & { versionId: string })[],
): Promise<SegmentState[]> {
  return rows<SegmentState>(
    `SELECT ${SEGMENT} FROM "Segment" WHERE "coderId" = $1::uuid AND "deletedAt" IS NULL
     AND ("versionId", "start", "end") IN (SELECT * FROM unnest($2::uuid[], $3::int[], $4::int[]))`,
    coderId,
    places.map(({ versionId }) => versionId),
    places.map(({ start }) => start),
    places.map(({ end }) => end),
  );
}

type Anchor = Range & TextContext & { versionId: string };
const anchorOf = ({ versionId, start, end, quote, before, after }: Anchor): Anchor => ({
  ...{ versionId, start, end, quote, before, after },
});

/** Takes an event back where its rows are now: each keeps its place of today, unless the event moved it. */
async function undoNow(rows: Rows, { operation, view }: Planned, { eventId }: Of<"undo">): Promise<Planned> {
  const event = view.undoable(eventId);
  if (!event) return { operation, view };
  const moved = event.after.segments.some((then) => {
    const now = view.segment(then.id);
    return now !== undefined && (now.versionId !== then.versionId || now.quote !== then.quote);
  });
  const left = event.before.segments.some(({ versionId }) => versionId !== view.version.id);
  if (!moved && !left) return { operation, view };
  const after = event.after.segments.map((then) => {
    const now = view.segment(then.id);
    return now && stands(now, then) ? { ...then, ...anchorOf(now) } : then;
  });
  const before: SegmentState[] = [];
  for (const [index, then] of event.before.segments.entries()) {
    const now = view.segment(then.id);
    const came = event.after.segments[index];
    if (now && came && came.id === then.id && sameRange(came, then) && came.versionId === then.versionId)
      before.push(stands(now, came) ? { ...then, ...anchorOf(now) } : then);
    else before.push(await broughtUp(rows, view, then));
  }
  const standing = await ownSegments(rows, view.actorId, before);
  return {
    operation,
    view: {
      ...view,
      undoable: () => ({
        before: { ...event.before, segments: before },
        after: { ...event.after, segments: after },
      }),
      ownSegmentAt: (start, end) => standing.find((each) => sameRange(each, { start, end })),
    },
  };
}

/** Whether a segment is where the event left it, or where corrections took it from there. */
const stands = (now: SegmentState, then: SegmentState) =>
  now.versionId !== then.versionId || sameRange(now, then);

/** A row of the history on the current version, or without hidden names on its own where it has no certain place. */
async function broughtUp(rows: Rows, view: View, then: SegmentState): Promise<SegmentState> {
  if (then.versionId === view.version.id) return then;
  const texts = {
    from: await redactedText(rows, then.versionId),
    to: await redactedText(rows, view.version.id),
  };
  const placed = carrier(texts.from, texts.to).place(then);
  if (!placed.ok) return { ...then, ...olderContext(texts)(then.start, then.end) };
  const { range } = placed;
  return { ...then, versionId: view.version.id, ...range, ...contextOf(texts.to.text, range) };
}

/** An event's rows as they may be said today: of a segment that has moved since, where it is and what it quotes now. */
export async function changeNow(
  rows: Rows,
  studyId: string,
  currentId: string,
  change: Change,
): Promise<Change> {
  if (change.segments.every(({ versionId }) => versionId === currentId)) return change;
  const found = await rows<SegmentState>(
    `SELECT ${SEGMENT} FROM "Segment" WHERE "studyId" = $1::uuid AND "id" = ANY($2::uuid[])`,
    studyId,
    change.segments.map(({ id }) => id),
  );
  const byId = new Map(found.map((segment) => [segment.id, segment]));
  const segments = change.segments.map((then) => {
    const now = byId.get(then.id);
    return { ...then, ...(now ? anchorOf(now) : { quote: "", before: "", after: "" }) };
  });
  return { ...change, segments };
}
