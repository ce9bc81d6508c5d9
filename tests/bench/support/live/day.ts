import { randomUUID } from "node:crypto";
import type { Browser } from "@playwright/test";
import { z } from "zod";
import { withClient } from "@/lib/launch/database";
import { sendCoding } from "../apply";
import { settle } from "../browser/gestures";
import { openReader, visit } from "../browser/open";
import { Client } from "../http";
import { target } from "../target";
import type { Transcript } from "../transcript";

/** What page and server hold once it was collected, in bytes, after so many events. */
export interface Held {
  events: number;
  page: number;
  server: number;
}

/**
 * A day before an open transcript: others write and rewrite memos on segments, so that as much is there in
 * the evening as in the morning, and the page is told of each.
 */
export async function aDay(
  browser: Browser,
  transcript: Transcript,
  marks: readonly number[],
): Promise<Held[]> {
  const [reader, writer] = transcript.coders;
  if (!reader || !writer) throw new Error("there are no coders");
  const { page, context, assertQuiet } = await visit(browser, reader.session);
  await openReader(page, transcript.address);
  await settle(page);
  const devtools = await context.newCDPSession(page);
  const ids = await withClient(target.DATABASE_URL, async (client) => {
    const { rows } = await client.query<{ id: string; memo: string }>(
      `SELECT "id", "memo" FROM "Segment" WHERE "transcriptId" = $1 AND "coderId" = $2 AND "deletedAt" IS NULL LIMIT 50`,
      [writer.transcriptId, writer.coderId],
    );
    return rows;
  });
  const client = new Client();
  const held: Held[] = [];
  let sent = 0;
  for (const mark of marks) {
    for (; sent < mark; sent += 1) {
      const row = ids[sent % ids.length];
      if (!row) throw new Error("there are no segments");
      const memo = `${sent} ${"a note of a line ".repeat(6)}`;
      const operation = { id: randomUUID(), kind: "annotate" as const, segmentId: row.id };
      await sendCoding(client, writer, { ...operation, changes: { memo }, base: { memo: row.memo } });
      row.memo = memo;
    }
    await settle(page);
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    const answer = await fetch(`${target.BASE_URL}/api/heap`);
    const { used } = z.object({ used: z.number() }).parse(await answer.json());
    held.push({ events: sent, page: usedSize, server: used });
  }
  client.close();
  assertQuiet();
  await context.close();
  return held;
}
