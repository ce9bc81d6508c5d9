import "server-only";
import type { PoolClient } from "pg";
import { can } from "@/lib/access/can";
import type { StudyScope } from "@/lib/access/scope";
import type { ExcerptFilter } from "@/lib/schemas/excerpts";
import { ahead } from "@/lib/server/ahead";
import { pool } from "@/lib/server/db";
import { csvLines } from "./csv-lines";
import { type ExcerptFrame, excerptFrame, type Wanted, wantedOf } from "./frame";
import { letOut, type Resolved } from "./resolve";
import { SetAside } from "./set-aside";
import { walkInOrder } from "./walk";

/** The columns, in order. */
export const CSV_COLUMNS = [
  "study",
  "interviewee number",
  "sector",
  "position",
  "date",
  "transcript",
  "language",
  "cluster",
  "question",
  "speaker",
  "time",
  "start",
  "end",
  "quote",
  "code path",
  "coder",
  "stance",
  "certainty",
  "permission",
  "memo",
  "placing",
] as const;

/** Rows read and written at once: the only part of a download that is ever in memory. */
const CHUNK = 2000;
const BYTE_ORDER_MARK = "\ufeff";

/**
 * The excerpts of a filter as CSV, in pieces as they are read: UTF-8 with its mark, CRLF, one row for each
 * segment and code. All pieces are of one moment. Words that may not be quoted are left out, whoever asks.
 * What waits to be placed after a correction is there and says so; a file for those who may not read
 * transcripts is without it, since which rows wait tells whose transcript was corrected.
 */
export async function* excerptCsv(scope: StudyScope, filter: ExcerptFilter): AsyncGenerator<string> {
  const client = await pool().connect();
  const aside = new SetAside(client);
  // What may not stand with its number is met on the way, and comes last.
  async function* numbered(frame: ExcerptFrame, wanted: Wanted): AsyncGenerator<Resolved[]> {
    const written = (chunk: readonly Resolved[]) => writtenOf(chunk, frame, scope);
    for await (const chunk of walkInOrder(client, frame, wanted, null, CHUNK)) {
      const apart = wanted.single ? [] : chunk.filter((each) => !each.numbered);
      if (apart.length > 0) await aside.put(apart.map((each) => ({ row: each.row, line: written([each]) })));
      yield chunk.filter((each) => each.numbered);
    }
  }
  let broken: Error | undefined;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    const versions = can(scope.role, "transcript.read") ? "all" : "current";
    const frame = await excerptFrame(scope, filter, versions, client);
    yield BYTE_ORDER_MARK + csvLines([CSV_COLUMNS]);
    for await (const chunk of ahead(numbered(frame, wantedOf(frame, filter))))
      if (chunk.length > 0) yield writtenOf(chunk, frame, scope);
    yield* aside.take(CHUNK);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    await finish(client, broken);
  }
}

/** Ends the transaction, of a download that was broken off too, before somebody else gets the connection. */
async function finish(client: PoolClient, broken: Error | undefined): Promise<void> {
  const failed = await client.query("ROLLBACK").then(
    () => broken,
    (error: Error) => error,
  );
  client.release(failed);
}

function writtenOf(chunk: readonly Resolved[], frame: ExcerptFrame, scope: StudyScope): string {
  return csvLines(chunk.map((each) => record(each, frame, scope)));
}

function record(each: Resolved, frame: ExcerptFrame, scope: StudyScope): (string | number)[] {
  const { row, transcript, numbered, turn, question, permission } = each;
  const { numbers, sectors, positions, quotable } = letOut(each);
  const placed = numbered && !transcript.waiting;
  return [
    frame.study,
    joined(numbers),
    joined(sectors),
    joined(positions),
    numbered ? (transcript.date ?? "") : "",
    numbered ? transcript.title : "",
    transcript.language,
    question?.cluster ?? "",
    question?.key ?? "",
    speakerOf(each),
    numbered ? clock(turn?.atMs ?? null) : "",
    // Offsets into an older version are no place in the text as it is.
    placed ? row.start : "",
    placed ? row.end : "",
    quotable ? row.quote : "",
    frame.codes.get(row.codeId)?.path ?? "",
    frame.coders.get(row.coderId) ?? "",
    row.stance.replace("_", " "),
    row.certainty === "fairly" ? "fairly certain" : (row.certainty ?? ""),
    permission,
    numbered && can(scope.role, "transcript.read") ? row.memo : "",
    // Of a row without its number it would tell which transcript it is from.
    numbered ? (placed ? "placed" : "waiting") : "",
  ];
}

/** A label in a transcript is often a name: it goes out only where the name may, and the number stands in for it. */
function speakerOf({ permission, numbered, people, turn }: Resolved): string {
  if (permission === "named") return turn?.label ?? "";
  return numbered && people.length > 0 ? `Interviewee ${people.map(({ number }) => number).join(", ")}` : "";
}

function joined(values: readonly (string | number)[] | null): string | number {
  return values?.length === 1 ? (values[0] ?? "") : (values ?? []).join("; ");
}

/** Hours, minutes and seconds from the start of the recording. */
function clock(ms: number | null): string {
  if (ms === null) return "";
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
