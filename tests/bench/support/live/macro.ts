import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { withClient } from "@/lib/launch/database";
import { settle } from "../browser/gestures";
import { openReader, visit } from "../browser/open";
import { READER } from "../browser/probe";
import { target } from "../target";
import type { Transcript } from "../transcript";

export interface Typed {
  /** In a second. */
  rate: number;
  /** Of those typed: in the database, in the order of the keys; and counted on the page. */
  stored: number;
  inOrder: boolean;
  shown: number;
}

/** Codes word after word from the beginning of the text, so many in a second, as a macro types. */
export async function typeByMacro(
  browser: Browser,
  { coders, address }: Transcript,
  count: number,
  every: number,
): Promise<Typed> {
  const [coder] = coders;
  if (!coder) throw new Error("there are no coders");
  const { page, context, assertQuiet } = await visit(browser, coder.session);
  await openReader(page, address);
  await settle(page);
  const segments = async () =>
    Number(/[\d,]+/.exec(await page.getByText(/^[\d,]+ segments/).innerText())?.[0].replaceAll(",", ""));
  const before = await segments();
  await page.keyboard.press("t");
  await page.keyboard.press("Control+Home");
  const begun = performance.now();
  for (let typed = 0; typed < count; ) {
    await delay(Math.max(0, begun + typed * every - performance.now()));
    await page.keyboard.press("Control+Shift+ArrowRight");
    // Between two paragraphs there is no word yet.
    if (!(await page.evaluate(() => document.getSelection()?.toString().trim()))) continue;
    await page.keyboard.press("1");
    typed += 1;
  }
  const rate = count / ((performance.now() - begun) / 1_000);
  await page.locator(READER.saved).waitFor({ timeout: 60_000 });
  await settle(page);
  const shown = (await segments()) - before;
  const starts = await withClient(target.DATABASE_URL, async (client) => {
    const { rows } = await client.query<{ start: number }>(
      `SELECT (e."after"->'segments'->0->>'start')::int AS start FROM "HistoryEvent" e
       WHERE e."transcriptId" = $1 AND e."actorId" = $2 AND e."kind" = 'coding.apply' ORDER BY e."seq" DESC LIMIT $3`,
      [coder.transcriptId, coder.coderId, count],
    );
    return rows.map(({ start }) => start).reverse();
  });
  assertQuiet();
  await context.close();
  const inOrder = starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0));
  return { rate, stored: starts.length, inOrder, shown };
}
