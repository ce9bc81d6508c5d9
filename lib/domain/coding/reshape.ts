import { stricter } from "../permission";
import { anchor, dropped, live, type Of, ownAt, refuse, rows } from "./shared";
import {
  type Annotation,
  CERTAINTIES,
  type CodingState,
  MEMO_LIMIT,
  type Plan,
  type SegmentState,
  type View,
} from "./types";

/**
 * One segment becomes two, with what is said of it said of both. The part on the left is the segment itself;
 * what lies between the parts, such as a space, is in neither.
 */
export function planSplit(operation: Of<"split">, view: View): Plan {
  if (operation.versionId !== view.version.id) return refuse("stale_version");
  const found = ownAt(view, operation.segmentId, operation.base);
  if (found.refusal) return found.refusal;
  const { segment } = found;
  const { left, right } = operation;
  const inside = segment.start <= left.start && right.start < segment.end && right.end <= segment.end;
  if (!inside || left.end > right.start) return refuse("outside_text");
  const [before, after] = [anchor(view, left), anchor(view, right)];
  if (before.refusal) return refuse(before.refusal);
  if (after.refusal) return refuse(after.refusal);
  for (const side of [left, right]) {
    const standing = view.ownSegmentAt(side.start, side.end);
    if (standing) return refuse("occupied", rows([standing]));
  }
  if (view.segment(right.segmentId)) return refuse("id_taken");
  const stays = { ...segment, start: left.start, end: left.end, ...before.context };
  const made = { ...segment, id: right.segmentId, start: right.start, end: right.end, ...after.context };
  const ids = new Map(operation.codings.map(({ id, codeId }) => [codeId, id]));
  const codings: CodingState[] = [];
  for (const coding of live(view.codingsOf(segment.id))) {
    const id = ids.get(coding.codeId);
    // A code that came since the person looked.
    if (!id) return refuse("changed", rows([segment], [coding]));
    codings.push({ ...coding, id, segmentId: made.id });
  }
  return {
    ok: true,
    before: rows([segment, dropped(made)], codings.map(dropped)),
    after: rows([stays, made], codings),
  };
}

/**
 * Several segments become one over all of them; or, for one code, that code alone comes to lie over all of
 * them, and what has other codes too stays with those. A segment that has that range already takes the codes
 * up; else the first part that goes as a whole becomes it.
 */
export function planUnite(operation: Of<"unite">, view: View): Plan {
  if (operation.versionId !== view.version.id) return refuse("stale_version");
  const parts: SegmentState[] = [];
  for (const part of operation.parts) {
    const found = ownAt(view, part.segmentId, part);
    if (found.refusal) return found.refusal;
    if (!parts.includes(found.segment)) parts.push(found.segment);
  }
  const { start, end } = operation;
  const outer = parts.reduce(
    (hull, part) => ({ start: Math.min(hull.start, part.start), end: Math.max(hull.end, part.end) }),
    { start: Number.POSITIVE_INFINITY, end: 0 },
  );
  if (parts.length < 2 || outer.start !== start || outer.end !== end) return refuse("outside_text");
  const { refusal, context } = anchor(view, operation);
  if (refusal) return refuse(refusal);

  const goes = new Map(parts.map((part) => [part, going(view, part, operation.codeId)]));
  if ([...goes.values()].some(({ codings }) => codings.length === 0)) return refuse("gone");
  const standing = view.ownSegmentAt(start, end);
  const becomes = standing ?? parts.find((part) => goes.get(part)?.whole);
  const [first] = parts;
  if (!first || (!becomes && view.segment(operation.segmentId))) return refuse("id_taken");
  const blank = { ...first, id: operation.segmentId };
  const target = becomes ?? blank;
  const said = whatIsSaid(standing && !parts.includes(standing) ? [standing, ...parts] : parts);
  if ((said.memo ?? "").length > MEMO_LIMIT) return refuse("too_long");
  const united: SegmentState = { ...target, ...context, ...said, start, end };

  const others = parts.filter((part) => part !== target);
  const leaving = others.flatMap((part) => goes.get(part)?.codings ?? []);
  const had = new Set(becomes ? live(view.codingsOf(becomes.id)).map(({ codeId }) => codeId) : []);
  const ids = new Map(operation.codings.map(({ id, codeId }) => [codeId, id]));
  const put: CodingState[] = [];
  for (const coding of leaving) {
    if (had.has(coding.codeId)) continue;
    had.add(coding.codeId);
    const id = ids.get(coding.codeId);
    if (!id) return refuse("changed", rows(parts, [coding]));
    const alike = leaving.filter(({ codeId }) => codeId === coding.codeId);
    // What was judged by an earlier codebook is still to be looked at again.
    const revision = Math.min(...alike.map((each) => each.revision));
    put.push({ ...coding, id, segmentId: united.id, revision });
  }
  return {
    ok: true,
    before: rows([becomes ?? dropped(blank), ...others], [...leaving, ...put.map(dropped)]),
    after: rows(
      [united, ...others.map((part) => (goes.get(part)?.whole ? dropped(part) : part))],
      [...leaving.map(dropped), ...put],
    ),
  };
}

/** The codings of a part that are united, and whether nothing else is left of it. */
function going(view: View, { id }: SegmentState, codeId: string | null) {
  const all = live(view.codingsOf(id));
  const codings = all.filter((coding) => codeId === null || coding.codeId === codeId);
  return { codings, whole: codings.length === all.length };
}

/** What holds of all: the stance where no two differ, the strictest permission, the least certainty, every memo. */
function whatIsSaid(parts: readonly SegmentState[]): Annotation {
  const stances = new Set(parts.map(({ stance }) => stance).filter((stance) => stance !== "not_stated"));
  const [stance] = stances;
  const permissions = parts.flatMap(({ permission }) => permission ?? []);
  const certainties = new Set(parts.map(({ certainty }) => certainty));
  return {
    stance: (stances.size === 1 && stance) || "not_stated",
    permission: permissions.length > 0 ? permissions.reduce(stricter) : null,
    certainty: CERTAINTIES.findLast((certainty) => certainties.has(certainty)) ?? null,
    memo: [...new Set(parts.map(({ memo }) => memo).filter((memo) => memo.trim() !== ""))].join("\n\n"),
  };
}
