import { beforeEach, describe, expect, test } from "vitest";
import type { StudyScope } from "@/lib/access/scope";
import { TranscriptText } from "@/lib/schemas/transcripts";
import { openingOf } from "@/lib/server/transcripts/data";
import { asking } from "@/tests/support/asking";
import { buildFixture, type StudyFixture } from "@/tests/support/fixture";
import { addWords, WORDS } from "@/tests/support/transcripts";

const { GET } = await import("@/app/api/transcripts/[transcriptId]/text/route");

let a: StudyFixture;
let b: StudyFixture;
beforeEach(async () => {
  ({ a, b } = await buildFixture());
  asking.as = a.members.coder;
});

const scope = () => ({ studyId: a.studyId }) as StudyScope;

const store = (words?: string) => addWords(a, words);

/** The whole text, as the hot read answers it. */
async function whole(transcriptId: string): Promise<TranscriptText> {
  const request = new Request(`http://localhost/api/transcripts/${transcriptId}/text`);
  const response = await GET(request, { params: Promise.resolve({ transcriptId }) });
  return TranscriptText.parse(await response.json());
}

describe("how a transcript begins", () => {
  test("is the whole of a short one", async () => {
    const id = await store();
    const opening = await openingOf(scope(), id);
    expect(opening?.text).toBe(WORDS);
    expect(await whole(id)).toMatchObject({ ...opening });
  });

  test("is whole paragraphs of a long one, with the turns and speakers beside them", async () => {
    const id = await store(WORDS.repeat(400));
    const all = await whole(id);
    const opening = await openingOf(scope(), id);
    const { text = "", turns = [] } = opening ?? {};
    expect(text.length).toBeGreaterThan(1_000);
    expect(text.length).toBeLessThan(all.text.length);
    expect(all.text.startsWith(text)).toBe(true);
    expect(text.endsWith("\n")).toBe(true);
    expect(turns).toEqual(all.turns.slice(0, turns.length));
    expect(turns.at(-1)?.[2]).toBeGreaterThanOrEqual(text.length);
    expect(opening?.speakers).toEqual(all.speakers);
  });

  test("is nothing where the first paragraph is longer than a window", async () => {
    expect(await openingOf(scope(), await store(`${"波".repeat(7_000)}\nよる。\n`))).toBeNull();
  });

  test("is not told of another study's", async () => {
    await expect(openingOf(scope(), b.transcriptId)).rejects.toMatchObject({ code: "not_found" });
  });
});
