import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { StudyScope } from "@/lib/access/scope";
import { draftOf, parseText } from "@/lib/domain/transcript";
import { pool } from "@/lib/server/db";
import { foldText } from "@/lib/server/search/mutations";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { Chance } from "../generate/chance";
import { english, talk } from "../generate/talk";
import { line, median, number, TIMES, table, timesRow } from "../report";

const TRANSCRIPTS = 20;

/** What it takes to store a transcript, and to make it ready to be searched, beside all that are ready already. */
export async function importing(scope: StudyScope, words: number): Promise<void> {
  const stored: number[] = [];
  const ready: number[] = [];
  const chance = new Chance(7);
  const tongue = english(chance);
  for (let number = 1; number <= TRANSCRIPTS; number += 1) {
    const versionId = randomUUID();
    const speeches = talk(chance, tongue, words);
    const text = speeches
      .map(({ asks, lines }) => `${asks ? "Interviewer" : "Participant"}: ${lines.join("")}`)
      .join("");
    stored.push(
      await timed(() =>
        addTranscript(scope, {
          ...draftOf(parseText(text), [], () => null),
          ...{ eventId: randomUUID(), id: randomUUID(), versionId },
          ...{ title: `Brought in ${number}`, language: "en", interviewId: null, pairWith: null },
        }),
      ),
    );
    ready.push(await timed(() => foldText(versionId)));
  }
  table(TIMES, [
    timesRow(`storing a transcript of ${words} words`, stored),
    timesRow("… making it ready to be searched", ready),
  ]);
  const times = (median(stored) + median(ready)) / median(stored);
  line(
    `  Storing one takes ${number(times)} × as long with search as without; reading its file is not in either.`,
  );
  await sizes();
}

async function sizes(): Promise<void> {
  const { rows } = await pool().query<Record<"table" | "trigrams" | "short" | "texts", string>>(
    `SELECT pg_size_pretty(pg_table_size('"SearchText"')) AS table, pg_size_pretty(pg_relation_size('"SearchText_trigrams"')) AS trigrams,
      pg_size_pretty(pg_relation_size('"SearchText_short"')) AS short, pg_size_pretty(pg_total_relation_size('"Paragraph"')) AS texts`,
  );
  const [size] = rows;
  if (size)
    line(
      `  The folded text takes ${size.table}, its indexes ${size.trigrams} and ${size.short}; the texts themselves ${size.texts}.`,
    );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
