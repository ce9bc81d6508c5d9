import { afterEach, beforeEach, expect, test } from "vitest";
import { added } from "@/components/search/model/counts";
import { SearchAsked, type SearchCounts, type SearchPage } from "@/lib/schemas/search";
import { pool } from "@/lib/server/db";
import { countStep } from "@/lib/server/search/data/counts";
import { pageOf } from "@/lib/server/search/data/page";
import { wantedOf } from "@/lib/server/search/data/wanted";
import { preparedFrame } from "@/lib/server/search/mutations/prepare";
import { truncateAll } from "@/tests/support/database";
import { SmallStudy } from "./compare-support/study";

let study: SmallStudy;
beforeEach(async () => {
  study = await SmallStudy.make();
  for (const who of [5, 4, 3, 2, 1, 6])
    await study.addTalk(
      Array.from({ length: 4 }, (_, at) => ({ who, text: at % 2 ? `Peace ${at} and peace.` : "War." })),
    );
});

afterEach(truncateAll);

async function wanted(q: string) {
  const scope = study.scopes.coder;
  const frame = await preparedFrame(scope);
  return { frame, wanted: await wantedOf(scope, frame, SearchAsked.parse({ q, studyId: study.studyId })) };
}

/** All of it, as there is time for. */
async function whole(q: string): Promise<SearchPage> {
  const asked = await wanted(q);
  return pageOf(pool(), asked.frame, asked.wanted, { limit: 60 });
}

test.each(["peace", "p*", "/p[a-z]/", "an*"])(
  "where there is no time, pages of %s say how far they looked, and lose none",
  async (q) => {
    const asked = await wanted(q);
    const at = ({ hits, transcripts }: SearchPage) =>
      hits.map(({ of, start }) => `${transcripts[of]?.versionId} ${start}`);
    const found: string[] = [];
    const looked: number[] = [];
    let after: string | undefined;
    do {
      const part = await pageOf(
        pool(),
        asked.frame,
        asked.wanted,
        { after, limit: 60 },
        { first: 0, later: 0 },
      );
      found.push(...at(part));
      looked.push(part.looked.texts);
      expect(part.looked.of).toBe(6);
      after = part.next ?? undefined;
    } while (after);
    expect(found).toEqual(at(await whole(q)));
    expect(found.length).toBeGreaterThan(10);
    expect(looked).toEqual(looked.toSorted((a, b) => a - b));
    expect(looked.at(-1)).toBe(6);
  },
);

test("counting goes text by text, and its steps add up to the whole", async () => {
  const asked = await wanted("peace");
  let sum: SearchCounts | null = null;
  let steps = 0;
  do {
    sum = added(sum, await countStep(pool(), asked.wanted, sum?.next ?? undefined, { patience: 0 }));
    steps += 1;
  } while (sum.next);
  expect(steps).toBe(6);
  expect(sum).toEqual(await countStep(pool(), asked.wanted));
  expect(sum.hits).toBe(24);
});

test("nothing more is looked through for somebody who has left, such as for another search", async () => {
  const { frame, wanted: of } = await wanted("/p[a-z]/");
  const [left, forever] = [AbortSignal.abort(), { first: Infinity, later: Infinity }];
  const counts = await countStep(pool(), of, undefined, { patience: Infinity, left });
  expect([counts.looked, counts.hits]).toEqual([{ texts: 1, of: 6 }, 4]);
  const page = await pageOf(pool(), frame, of, { limit: 60 }, { ...forever, left });
  expect(page.hits.length).toBeLessThan(2);
  expect((await pageOf(pool(), frame, of, { limit: 60 }, forever)).looked.texts).toBe(6);
});

test("what is rare comes from the index whole, with its counts", async () => {
  const { counts: known, looked } = await whole("peace 3");
  expect({ hits: known?.hits, looked }).toEqual({ hits: 6, looked: { texts: 6, of: 6 } });
});
