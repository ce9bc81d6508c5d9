import { merge } from "../merge";
import { planSplit, planUnite } from "./reshape";
import { anchor, dropped, live, type Of, own, ownAt, refuse, rows } from "./shared";
import type { Annotation, CodingState, Operation, Plan, SegmentState, View } from "./types";

/**
 * What an operation changes, given what is known: the rows it touches as they are and as they will
 * be, or why it is refused. The browser plans with it to show the change in the next frame, the
 * server to decide; nothing is written here.
 */
export function plan(operation: Operation, view: View): Plan {
  switch (operation.kind) {
    case "apply":
      return planApply(operation, view);
    case "uncode":
      return planUncode(operation, view);
    case "confirm":
      return planConfirm(operation, view);
    case "resize":
      return planResize(operation, view);
    case "annotate":
      return planAnnotate(operation, view);
    case "remove":
      return planRemove(operation, view);
    case "recode":
      return planRecode(operation, view);
    case "split":
      return planSplit(operation, view);
    case "unite":
      return planUnite(operation, view);
    case "undo":
      return planUndo(operation, view);
  }
}

function planApply(operation: Of<"apply">, view: View): Plan {
  if (operation.versionId !== view.version.id) return refuse("stale_version");
  const { refusal, context } = anchor(view, operation);
  if (refusal) return refuse(refusal);
  for (const { codeId } of operation.codings) {
    const code = view.code(codeId);
    if (!code) return refuse("unknown_code");
    if (code.retired) return refuse("retired_code");
  }
  const standing = view.ownSegmentAt(operation.start, operation.end);
  if (!standing && view.segment(operation.segmentId)) return refuse("id_taken");
  const { versionId, start, end } = operation;
  const segment: SegmentState = standing ?? {
    id: operation.segmentId,
    versionId,
    coderId: view.actorId,
    start,
    end,
    ...context,
    stance: "not_stated",
    permission: null,
    memo: "",
    certainty: null,
    deleted: false,
  };
  const had = new Set(live(view.codingsOf(segment.id)).map((coding) => coding.codeId));
  const codings: CodingState[] = [];
  for (const { id, codeId } of operation.codings) {
    if (had.has(codeId)) continue;
    had.add(codeId);
    codings.push({
      id,
      segmentId: segment.id,
      codeId,
      coderId: view.actorId,
      revision: view.revision,
      deleted: false,
    });
  }
  return {
    ok: true,
    before: rows([standing ?? dropped(segment)], codings.map(dropped)),
    after: rows([segment], codings),
  };
}

function planUncode(operation: Of<"uncode">, view: View): Plan {
  const found = own(view, operation.segmentId);
  if (found.refusal) return found.refusal;
  const standing = live(view.codingsOf(operation.segmentId));
  const taken = standing.filter((coding) => operation.codingIds.includes(coding.id));
  if (taken.length === 0) return refuse("gone");
  // A segment says that something was coded: with its last code it goes too.
  const left = taken.length < standing.length ? found.segment : dropped(found.segment);
  return { ok: true, before: rows([found.segment], taken), after: rows([left], taken.map(dropped)) };
}

function planConfirm(operation: Of<"confirm">, view: View): Plan {
  const found = own(view, operation.segmentId);
  if (found.refusal) return found.refusal;
  const standing = live(view.codingsOf(operation.segmentId));
  const meant = standing.filter((coding) => operation.codingIds.includes(coding.id));
  if (meant.length === 0) return refuse("gone");
  const read = Math.min(operation.revision, view.revision);
  const confirmed = meant.map((coding) => ({ ...coding, revision: Math.max(coding.revision, read) }));
  return { ok: true, before: rows([found.segment], meant), after: rows([found.segment], confirmed) };
}

function planResize(operation: Of<"resize">, view: View): Plan {
  const found = ownAt(view, operation.segmentId, operation.base);
  if (found.refusal) return found.refusal;
  const { segment } = found;
  const { refusal, context } = anchor(view, operation);
  if (refusal) return refuse(refusal);
  const standing = view.ownSegmentAt(operation.start, operation.end);
  if (standing && standing.id !== segment.id) return refuse("occupied", rows([standing]));
  const { start, end } = operation;
  return { ok: true, before: rows([segment]), after: rows([{ ...segment, start, end, ...context }]) };
}

function planAnnotate(operation: Of<"annotate">, view: View): Plan {
  const segment = view.segment(operation.segmentId);
  if (!segment || segment.deleted) return refuse("gone");
  const fields = Object.keys(operation.changes) as (keyof Annotation)[];
  const onlyPermission = fields.every((field) => field === "permission");
  if (segment.coderId !== view.actorId && !(onlyPermission && view.setsPermissions))
    return refuse("not_yours");
  // Somebody changed the same field since it was read: both values are shown. Other fields merge.
  const merged = merge<Annotation>(operation.base, operation.changes, segment);
  if (!merged.ok) return refuse("changed", rows([segment]));
  return { ok: true, before: rows([segment]), after: rows([{ ...segment, ...operation.changes }]) };
}

function planRemove(operation: Of<"remove">, view: View): Plan {
  const found = own(view, operation.segmentId);
  if (found.refusal) return found.refusal;
  const codings = live(view.codingsOf(operation.segmentId));
  return {
    ok: true,
    before: rows([found.segment], codings),
    after: rows([dropped(found.segment)], codings.map(dropped)),
  };
}

/** Takes a code off and puts another on, which the segment may have already. */
function planRecode(operation: Of<"recode">, view: View): Plan {
  const found = own(view, operation.segmentId);
  if (found.refusal) return found.refusal;
  const code = view.code(operation.to.codeId);
  if (!code) return refuse("unknown_code");
  if (code.retired) return refuse("retired_code");
  const standing = live(view.codingsOf(operation.segmentId));
  const taken = standing.find(({ id }) => id === operation.codingId);
  if (!taken || taken.codeId === operation.to.codeId) return refuse("gone");
  const { segmentId, coderId } = taken;
  const { revision } = view;
  const put: CodingState = { ...operation.to, segmentId, coderId, revision, deleted: false };
  const fresh = standing.some(({ codeId }) => codeId === put.codeId) ? [] : [put];
  return {
    ok: true,
    before: rows([found.segment], [taken, ...fresh.map(dropped)]),
    after: rows([found.segment], [dropped(taken), ...fresh]),
  };
}

/** Puts back the rows as they were before the event, if nobody has changed them since. */
function planUndo(operation: Of<"undo">, view: View): Plan {
  const event = view.undoable(operation.eventId);
  if (!event) return refuse("nothing_to_undo");
  const segments = event.after.segments.map(({ id }) => view.segment(id));
  const codings = event.after.segments.flatMap(({ id }) => view.codingsOf(id));
  const touched = event.after.codings.map(({ id }) => codings.find((coding) => coding.id === id));
  if (!unchanged(segments, event.after.segments) || !unchanged(touched, event.after.codings)) {
    return refuse(
      "changed",
      rows(
        segments.filter((segment) => segment !== undefined),
        codings,
      ),
    );
  }
  const untouched = live(codings).filter((coding) => !touched.includes(coding));
  const restored = event.before.codings;
  if (live(restored).some((coding) => untouched.some((other) => isTwin(coding, other))))
    return refuse("occupied");
  const after: SegmentState[] = [];
  for (const segment of event.before.segments) {
    const coded = [...live(restored), ...untouched].some((coding) => coding.segmentId === segment.id);
    // Coded anew by a later operation: the segment must not vanish from under it.
    if (segment.deleted && coded) return refuse("changed", rows([segment], codings));
    const standing = segment.deleted ? undefined : view.ownSegmentAt(segment.start, segment.end);
    if (standing && standing.id !== segment.id) return refuse("occupied", rows([standing]));
    after.push(coded ? segment : dropped(segment));
  }
  return { ok: true, before: rows(segments, touched), after: rows(after, restored) };
}

const isTwin = (a: CodingState, b: CodingState) => a.segmentId === b.segmentId && a.codeId === b.codeId;

/** Whether the rows are all there and as the event left them. */
function unchanged<Row extends object>(found: (Row | undefined)[], expected: Row[]): found is Row[] {
  return expected.every((row, index) => {
    const now = found[index];
    return now !== undefined && same(now, row);
  });
}

/** Whether two flat rows hold the same values. */
function same<Row extends object>(a: Row, b: Row): boolean {
  return (Object.keys(b) as (keyof Row)[]).every((key) => a[key] === b[key]);
}
