import { lastAtOrBefore } from "./document";

/** Segments in a part: reading one takes a few milliseconds. */
const SIZE = 250;
/** Where the second column of a row begins, which says where the segment does: after `["`, an id and `",`. */
const SECOND = 40;
const END = "\n]}";

/** A stretch of the answer's lines. */
interface Part {
  /** Where its first segment begins in the transcript's text. */
  start: number;
  /** Where it begins in the answer, and ends. */
  at: number;
  end: number;
}

/**
 * A long answer in parts that are answers themselves, unread: the one of an offset of the text first, then what
 * follows that, and then what comes before it. The server ends a line after each row, and no other line break can
 * stand in JSON, so nothing has to be read to take it apart. Throws where it is no such answer.
 */
export function* partsOf(body: string, offset: number): Generator<unknown> {
  const begin = body.indexOf("\n") + 1;
  if (begin === 0 || !body.endsWith(END)) throw new Error("not lines of codings");
  const head = JSON.parse(`${body.slice(0, begin)}]}`) as object;
  const parts = cut(body, begin, body.length - END.length);
  const nearest = Math.max(0, lastAtOrBefore(parts, offset));
  for (let index = 0; index < parts.length; index += 1) {
    const { at, end } = parts[(nearest + index) % parts.length] as Part;
    const rows = body.slice(at, end).trimEnd();
    yield { ...head, segments: JSON.parse(`[${rows.endsWith(",") ? rows.slice(0, -1) : rows}]`) };
  }
}

/** Cuts [at, end) of the answer behind every `SIZE`th line. One part at least, be it empty. */
function cut(body: string, at: number, end: number): Part[] {
  const parts: Part[] = [];
  let from = at;
  do {
    let to = from;
    for (let line = 0; line < SIZE && to < end; line += 1) to = body.indexOf("\n", to) + 1 || end;
    parts.push({ start: startOf(body, from), at: from, end: Math.min(to, end) });
    from = to;
  } while (from < end);
  return parts;
}

const startOf = (body: string, line: number) =>
  Number.parseInt(body.slice(line + SECOND, line + SECOND + 12), 10) || 0;
