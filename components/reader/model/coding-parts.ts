import { lastAtOrBefore } from "./document";

/** Segments in a part: reading one takes the time of no more than a frame. */
const SIZE = 500;
/** Where the second column of a row begins: after `["`, an id and `",`. */
const SECOND = 40;
const TURN = '\n],"codings":[\n';
const END = "\n]}";

interface Part {
  /** The number of its first segment among all. */
  first: number;
  /** Where that begins in the transcript's text. */
  start: number;
  /** Where the part begins in the answer. */
  at: number;
}

/**
 * A long answer in parts that are answers themselves, unread: the one of an offset of the text first, then what
 * follows that, and then what comes before it. The server ends a line after each row, and no other line break can
 * stand in JSON, so nothing has to be read to take it apart. Throws where it is no such answer.
 */
export function* partsOf(body: string, offset: number): Generator<unknown> {
  const begin = body.indexOf("\n") + 1;
  const turn = body.indexOf(TURN, begin - 1);
  if (begin === 0 || turn < 0 || !body.endsWith(END)) throw new Error("not lines of codings");
  const head = JSON.parse(`${body.slice(0, begin)}],"codings":[]}`) as object;
  const segments = { at: begin, end: turn };
  const codings = { at: turn + TURN.length, end: body.length - END.length };
  const parts = bordersOf(body, segments);
  const ends = [...parts.slice(1), { first: Number.POSITIVE_INFINITY, at: segments.end }];
  const nearest = Math.max(0, lastAtOrBefore(parts, offset));
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[(nearest + index) % parts.length] as Part;
    const end = ends[(nearest + index) % parts.length] as Omit<Part, "start">;
    const rows = { at: rowOf(body, codings, part.first), end: rowOf(body, codings, end.first) };
    yield {
      ...head,
      segments: rowsIn(body, { at: part.at, end: end.at }),
      codings: rowsIn(body, rows).map(([id, segment, ...rest]) => [id, segment - part.first, ...rest]),
    };
  }
}

interface Lines {
  at: number;
  end: number;
}

/** Where every `SIZE`th line begins. One part at least, be it empty. */
function bordersOf(body: string, { at, end }: Lines): Part[] {
  const parts: Part[] = [];
  let first = 0;
  for (let line = at; first === 0 || line < end; first += 1) {
    if (first % SIZE === 0) parts.push({ first, start: secondOf(body, line), at: line });
    const next = body.indexOf("\n", line);
    if (next < 0) break;
    line = next + 1;
  }
  return parts;
}

const secondOf = (body: string, line: number) =>
  Number.parseInt(body.slice(line + SECOND, line + SECOND + 12), 10) || 0;

/** Where the first coding is of this segment or a later one; they come in the order of their segments. */
function rowOf(body: string, { at, end }: Lines, segment: number): number {
  let low = at;
  let high = end;
  while (low < high) {
    const middle = body.lastIndexOf("\n", ((low + high) >> 1) - 1) + 1;
    const line = Math.max(low, middle);
    if (secondOf(body, line) >= segment) high = line;
    else low = Math.min(end, nextLine(body, line));
  }
  return low;
}

const nextLine = (body: string, line: number) => body.indexOf("\n", line) + 1 || body.length;

function rowsIn(body: string, { at, end }: Lines): [string, number, ...unknown[]][] {
  const rows = body.slice(at, end).trimEnd();
  return JSON.parse(`[${rows.endsWith(",") ? rows.slice(0, -1) : rows}]`);
}
