import "server-only";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { Cursor, type Excerpt, type ExcerptFilter, type ExcerptPage } from "@/lib/schemas/excerpts";
import { inSnapshot } from "@/lib/server/compare/data";
import { alignedTexts } from "./aligned";
import type { Connection } from "./contexts";
import { type ExcerptFrame, excerptFrame, wantedOf } from "./frame";
import { letOut, type Resolved } from "./resolve";
import { placeApart, placeInOrder, walk } from "./walk";

export { CITED_COLUMNS, type Cited, citedCells } from "./cited";
export { type Context, Contexts, turnAt } from "./contexts";
export { CSV_COLUMNS, excerptCsv } from "./csv";
export { BYTE_ORDER_MARK, csvLines } from "./csv-lines";
export { attachment, downloadOf, streamOf } from "./download";
export { type ExcerptFrame, excerptFrame, studyTitle } from "./frame";
export { ofOneMoment } from "./moment";
export { letOut } from "./resolve";
export { SetAside } from "./set-aside";
export { waitingSegments } from "./waiting";

/**
 * A page of excerpts, with what each one's permission lets out to this role. All of it is of one moment: a
 * transcript that is corrected meanwhile would be missing.
 */
export function excerptPage(
  scope: StudyScope,
  filter: ExcerptFilter,
  page: { after?: string; limit: number },
): Promise<ExcerptPage> {
  return inSnapshot((connection) => pageIn(connection, scope, filter, page));
}

async function pageIn(
  connection: Connection,
  scope: StudyScope,
  filter: ExcerptFilter,
  { after, limit }: { after?: string; limit: number },
): Promise<ExcerptPage> {
  const frame = await excerptFrame(scope, filter, "current", connection);
  const wanted = wantedOf(frame, filter);
  const found: Resolved[] = [];
  // Some rows are left out after they are read, so each chunk holds more than the page.
  for await (const chunk of walk(connection, frame, wanted, cursorOf(after), limit * 2 + 1)) {
    found.push(...chunk);
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const reads = can(scope.role, "transcript.read");
  const others = reads ? await alignedTexts(connection, frame, page) : new Map<Resolved, Excerpt["other"]>();
  return {
    rows: page.map((each) => ({ ...excerptOf(each, frame, scope), other: others.get(each) ?? null })),
    next:
      last && found.length > limit
        ? encode(last.numbered ? placeInOrder(last.row) : placeApart(last.row))
        : null,
  };
}

function excerptOf(each: Resolved, frame: ExcerptFrame, scope: StudyScope): Omit<Excerpt, "other"> {
  const { row, transcript, numbered, turn, question, permission } = each;
  const out = letOut(each);
  const reads = can(scope.role, "transcript.read");
  const words = out.quotable || can(scope.role, "withheld.view");
  return {
    ...out,
    place: row.place,
    date: numbered ? transcript.date : null,
    link: numbered && reads ? { transcriptId: transcript.id, segmentId: row.segmentId } : null,
    transcript: numbered ? transcript.title : null,
    language: transcript.language,
    cluster: question?.cluster ?? null,
    question: question?.key ?? null,
    speaker: permission === "named" ? (turn?.label ?? null) : null,
    atMs: numbered ? (turn?.atMs ?? null) : null,
    start: numbered ? row.start : null,
    end: numbered ? row.end : null,
    quote: words ? row.quote : null,
    codePath: frame.codes.get(row.codeId)?.path ?? "",
    hue: frame.codes.get(row.codeId)?.hue ?? 0,
    coder: frame.coders.get(row.coderId) ?? "",
    stance: row.stance,
    certainty: row.certainty,
    permission,
    // A memo is written for the team, and may say who speaks.
    memo: numbered && reads ? row.memo : "",
  };
}

function encode(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function cursorOf(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw new AppError("invalid");
  }
}
