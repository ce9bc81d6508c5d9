import { performance } from "node:perf_hooks";
import { fold } from "@/lib/domain/search";
import { withClient } from "@/lib/launch/database";
import { SearchAsked } from "@/lib/schemas/search";
import { offlineScope } from "@/lib/server/access/offline";
import { pool, prisma } from "@/lib/server/db";
import { searchCounts, searchPage } from "@/lib/server/search/data";
import { foldText } from "@/lib/server/search/mutations";
import { generate } from "./support/generate";
import {
  goal,
  heading,
  line,
  machine,
  median,
  number,
  quantile,
  TIMES,
  table,
  timesRow,
} from "./support/report";
import { plant } from "./support/search-words";
import { target } from "./support/target";

const ROUNDS = 20;
const SIZE = { words: 10_000, codings: 0, codes: 10, groups: 10, coders: 1 };

/** What is looked for: planted words are rare, the others are those of the generator. */
const QUERIES: Record<string, string> = {
  "a rare word": "zephyrine",
  "a common word": "ka",
  "a word of every third text": "quillwort",
  "a phrase": '"zephyrine quillwort"',
  "a wildcard": "zephyr*",
  "two words in one turn": "quillwort AND marigold",
  "Japanese, four characters": "安全保障",
  "Japanese, two characters": "保障",
  "Japanese, one character": "障",
  "two Latin letters, rare": "qz",
  "an expression with letters": "/zephyr[a-z]+/",
  nothing: "nowheretobefound",
};

for (const transcripts of [100, 1_000]) {
  const study = await generate(target.DATABASE_URL, { ...SIZE, transcripts }, 31);
  await plant(target.DATABASE_URL, study.studyId);
  const scope = await offlineScope(study.ownerId, study.studyId);
  heading(`${transcripts} transcripts of ${SIZE.words} words`);
  machine();
  await prepare(study.studyId);
  const rows: string[][] = [];
  const all: number[] = [];
  for (const [name, q] of Object.entries(QUERIES)) {
    const asked = SearchAsked.parse({ studyId: study.studyId, q });
    const ours: number[] = [];
    const floor: number[] = [];
    let found = "";
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(
        await timed(async () => {
          const page = await (await searchPage(scope, { ...asked, limit: 60 })).make();
          found = `${page.hits.length}${page.counts ? ` of ${page.counts.hits}` : "+"}`;
        }),
      );
      floor.push(await timed(() => plain(study.studyId, q)));
    }
    all.push(...ours);
    const counting = await timed(async () => (await searchCounts(scope, asked)).make());
    rows.push([...timesRow(name, ours), `${number(median(floor))} ms`, `${number(counting)} ms`, found]);
  }
  table([...TIMES, "floor", "all counted", "hits"], rows);
  goal("first page at the 95th percentile, of all together", quantile(all, 0.95), 200, "ms");
}
await prisma().$disconnect();
await pool().end();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The same candidates by plain SQL, without who speaks, questions, places and contexts. */
async function plain(studyId: string, q: string): Promise<void> {
  const words = fold(q.replace(/^"|"$|[*/]|\[.*| AND .*/g, "")).text;
  await pool().query(
    `SELECT s."versionId", s."start", s."folded" FROM "SearchText" s JOIN "TranscriptVersion" v ON v."id" = s."versionId"
     JOIN "Transcript" t ON t."id" = v."transcriptId" WHERE t."studyId" = $1 AND s."folded" LIKE $2 LIMIT 60`,
    [studyId, `%${words}%`],
  );
}

/** As the first search after an import does it, or the import itself. */
async function prepare(studyId: string): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT v."id" FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId" WHERE t."studyId" = $1`,
    [studyId],
  );
  const times: number[] = [];
  for (const { id } of rows) times.push(await timed(() => foldText(id)));
  await withClient(target.DATABASE_URL, (client) => client.query('VACUUM ANALYZE "SearchText"'));
  const sizes = await pool().query<{ table: string; index: string; texts: string }>(
    `SELECT pg_size_pretty(pg_table_size('"SearchText"')) AS table, pg_size_pretty(pg_relation_size('"SearchText_trigrams"')) AS index,
      pg_size_pretty(pg_total_relation_size('"Paragraph"')) AS texts`,
  );
  const { table: rowsSize, index, texts } = sizes.rows[0] ?? { table: "", index: "", texts: "" };
  line(`  Made ready: ${number(median(times))} ms a transcript, p95 ${number(quantile(times, 0.95))} ms.`);
  line(`  The folded text takes ${rowsSize}, its index ${index}; the texts themselves take ${texts}.`);
}
