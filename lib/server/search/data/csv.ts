import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import type { SearchAsked } from "@/lib/schemas/search";
import {
  BYTE_ORDER_MARK,
  CITED_COLUMNS,
  Contexts,
  citedCells,
  csvLines,
  excerptFrame,
  letOut,
  ofOneMoment,
  SetAside,
} from "@/lib/server/excerpts/data";
import { preparedFrame } from "../mutations/prepare";
import { type CitedHit, citedHits } from "./cited-hits";
import { Looking } from "./hits";
import { ownPermissions } from "./permissions";
import { rowsByText } from "./rows";
import { searchFrame } from "./texts";
import { wantedOf } from "./wanted";

/** The columns, in order: those of the file of excerpts where they say the same. */
export const SEARCH_COLUMNS = [...CITED_COLUMNS, "before", "quote", "after", "permission"] as const;

/** Lines taken at once of those that come last. */
const CHUNK = 2_000;
/** Ties are for rows of segments; a place found is one of its own. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Every place that a search finds, in its context, as CSV in pieces: in the order of results, those that may not
 * stand with their interviewees' numbers last, in an order without meaning. Where single people or transcripts are
 * asked for, those are left out. Words that may not be quoted are left out, whoever asks. Throws `unavailable`
 * where texts are still being made ready: the file would be without them.
 */
export async function searchCsv(scope: StudyScope, asked: SearchAsked): Promise<AsyncGenerator<string>> {
  const { texts } = await preparedFrame(scope);
  if (texts.some(({ ready }) => !ready)) throw new AppError("unavailable");
  // What is wrong with the query is said before anything is written.
  await wantedOf(scope, await searchFrame(scope), asked);
  return ofOneMoment((client) => pieces(client, scope, asked));
}

async function* pieces(client: PoolClient, scope: StudyScope, asked: SearchAsked): AsyncGenerator<string> {
  const wanted = await wantedOf(scope, await searchFrame(scope, client), asked);
  const frame = await excerptFrame(scope, {}, "current", client);
  const contexts = new Contexts(client, scope, frame.defaults, {});
  const looking = new Looking(client, wanted);
  const aside = new SetAside(client);
  const single = asked.interviewees !== undefined || asked.transcripts !== undefined;
  const written = (each: CitedHit) => csvLines([record(each)]);
  const record = (each: CitedHit) => {
    const { before, quote, after } = each.context;
    const words = letOut(each).quotable ? [before, quote, after] : ["", "", ""];
    return [...citedCells(each, frame, each.speaker), ...words, each.permission];
  };
  yield BYTE_ORDER_MARK + csvLines([SEARCH_COLUMNS]);
  for await (const { rows } of rowsByText(client, wanted, 0)) {
    const found = await looking.exactly((await looking.in(rows)).found);
    if (found.length === 0) continue;
    const versionIds = [...new Set(found.map(({ row }) => row.versionId))];
    const around = {
      frame,
      contexts: await contexts.of(versionIds),
      own: await ownPermissions(client, scope, versionIds),
    };
    const hits = found.flatMap((one) => citedHits(one, around));
    const apart = single ? [] : hits.filter(({ numbered }) => !numbered);
    if (apart.length > 0)
      await aside.put(
        apart.map((each) => ({
          row: { place: placeOf(each), segmentId: NOBODY, codeId: NOBODY },
          line: written(each),
        })),
      );
    const lines = csvLines(hits.filter(({ numbered }) => numbered).map(record));
    if (lines !== "") yield lines;
  }
  yield* aside.take(CHUNK);
}

/** Sorts rows in an order without meaning, the same whenever the same is asked for. */
function placeOf({ transcript, row: { start, end } }: CitedHit): string {
  return createHash("sha256").update(`${transcript.versionId}:${start}:${end}`).digest("hex");
}
