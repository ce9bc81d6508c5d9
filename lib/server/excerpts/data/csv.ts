import "server-only";
import type { PoolClient } from "pg";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import type { ExcerptFilter } from "@/lib/schemas/excerpts";
import { ahead } from "@/lib/server/ahead";
import { blindTranscripts } from "@/lib/server/blind";
import { CITED_COLUMNS, citedCells, isPlaced } from "./cited";
import { BYTE_ORDER_MARK, csvLines } from "./csv-lines";
import { type ExcerptFrame, excerptFrame, type Wanted, wantedOf } from "./frame";
import { ofOneMoment } from "./moment";
import { letOut, type Resolved } from "./resolve";
import { SetAside } from "./set-aside";
import { walkInOrder } from "./walk";

/** The columns, in order. */
export const CSV_COLUMNS = [
  ...CITED_COLUMNS,
  "quote",
  "code path",
  "coder",
  "stance",
  "certainty",
  "permission",
  "memo",
  "placing",
] as const;

/** The column that a file has besides, while a round is blind: whose codings of the row's transcript are in it. */
export const BLIND_COLUMN = "codings shown";

/** Rows read and written at once: the only part of a download that is ever in memory. */
const CHUNK = 2000;

/**
 * The excerpts of a filter as CSV, in pieces as they are read: UTF-8 with its mark, CRLF, one row for each
 * segment and code. All pieces are of one moment. Words that may not be quoted are left out, whoever asks.
 * What waits to be placed after a correction is there and says so; a file for those who may not read
 * transcripts is without it, since which rows wait tells whose transcript was corrected. Where a blind round leaves
 * others' codings out, a last column says so of each row.
 */
export function excerptCsv(scope: StudyScope, filter: ExcerptFilter): AsyncGenerator<string> {
  return ofOneMoment((client) => pieces(client, scope, filter));
}

async function* pieces(client: PoolClient, scope: StudyScope, filter: ExcerptFilter): AsyncGenerator<string> {
  const aside = new SetAside(client);
  const blind = await blindTranscripts(scope);
  // What may not stand with its number is met on the way, and comes last.
  async function* numbered(frame: ExcerptFrame, wanted: Wanted): AsyncGenerator<Resolved[]> {
    const written = (chunk: readonly Resolved[]) => writtenOf(chunk, frame, scope, blind);
    for await (const chunk of walkInOrder(client, frame, wanted, null, CHUNK)) {
      const apart = wanted.single ? [] : chunk.filter((each) => !each.numbered);
      if (apart.length > 0) await aside.put(apart.map((each) => ({ row: each.row, line: written([each]) })));
      yield chunk.filter((each) => each.numbered);
    }
  }
  const versions = can(scope.role, "transcript.read") ? "all" : "current";
  const frame = await excerptFrame(scope, filter, versions, client);
  yield BYTE_ORDER_MARK + csvLines([scope.blind ? [...CSV_COLUMNS, BLIND_COLUMN] : CSV_COLUMNS]);
  for await (const chunk of ahead(numbered(frame, wantedOf(frame, filter))))
    if (chunk.length > 0) yield writtenOf(chunk, frame, scope, blind);
  yield* aside.take(CHUNK);
}

function writtenOf(
  chunk: readonly Resolved[],
  frame: ExcerptFrame,
  scope: StudyScope,
  blind: ReadonlySet<string>,
): string {
  return csvLines(
    chunk.map((each) => {
      const row = record(each, frame, scope);
      // Of a row without its number it would tell which transcript it is from.
      const shown = each.numbered ? (blind.has(each.transcript.id) ? "own" : "all") : "";
      return scope.blind ? [...row, shown] : row;
    }),
  );
}

function record(each: Resolved, frame: ExcerptFrame, scope: StudyScope): (string | number)[] {
  const { row, numbered, permission } = each;
  return [
    ...citedCells(each, frame),
    letOut(each).quotable ? row.quote : "",
    frame.codes.get(row.codeId)?.path ?? "",
    frame.coders.get(row.coderId) ?? "",
    row.stance.replace("_", " "),
    row.certainty === "fairly" ? "fairly certain" : (row.certainty ?? ""),
    each.kept && letOut({ ...each, kept: false }).quotable ? `${permission}, words withheld` : permission,
    numbered && can(scope.role, "transcript.read") ? row.memo : "",
    // Of a row without its number it would tell which transcript it is from.
    numbered ? (isPlaced(each) ? "placed" : "waiting") : "",
  ];
}
