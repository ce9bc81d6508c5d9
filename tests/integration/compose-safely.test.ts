import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type PreparedDraft, prepareDraft, type StoredRows } from "@/lib/domain/transcript";
import type { UploadReading } from "@/lib/schemas/imports";
import { type PartnerJson, partnerOf } from "@/lib/schemas/partner";
import { type Composing, partsOf } from "@/lib/server/interchange/compose";
import { composeSafely, draftSafely } from "@/lib/server/interchange/compose-safely";
import { ReaderPool } from "@/lib/server/interchange/safely/pool";
import { BOUNDS } from "@/lib/server/interchange/safely/reader-process";
import { importChoices } from "@/tests/support/imports/batch";
import { turnsDuring } from "@/tests/support/turns";

vi.setConfig({ testTimeout: 60_000 });

const shared = globalThis as typeof globalThis & { kikitoriReaderPool?: ReaderPool | undefined };

/** The readers of this server, with other bounds. */
function bounded(bounds: Partial<typeof BOUNDS>): void {
  shared.kikitoriReaderPool = new ReaderPool({ ...BOUNDS, ...bounds });
}
afterEach(() => {
  shared.kikitoriReaderPool?.close();
  shared.kikitoriReaderPool = undefined;
});

const TALK = "聞き手：[00:01] 安全とは？🍊\n協力者：がんばる。\n聞き手：そう？\n協力者：はい。\n";
const BOTH =
  "聞き手：安全とは何？\nInterviewer: What is safety?\n協力者：静かな海です。\nParticipant: A quiet sea.\n聞き手：なぜ？\nInterviewer: Why?\n協力者：船が出る。\nParticipant: Boats go out.\n";
const PARTNER: PartnerJson = {
  turns: [
    '[[0, 13, 18, null, ["Interviewer", "interviewer", null]]]',
    '[[19, 25, 31, null, ["Anna", "interviewee", null]]]',
  ],
  passages: "[]",
};

function composing(fields: Parameters<typeof importChoices>[0] = {}): Composing {
  const question = { id: "0e6c1c4e-6f2d-4b6e-9b3e-0d3a3f1f8a11", key: "1", text: "安全とは？🍊 何でしょう" };
  return { choices: importChoices(fields), guide: [question], alone: null };
}

const readingOf = (text: string): UploadReading => ({
  reading: { kind: "lines", text },
  format: "text",
  encoding: "utf-8",
  confidence: 1,
  warnings: [],
  leftOut: [],
});
const kept = (text: string) => gzipSync(JSON.stringify(readingOf(text)));

/** Rows without the ids that are made anew each time. */
async function withoutIds(rows: AsyncIterable<StoredRows> | Iterable<StoredRows>) {
  const found: unknown[] = [];
  for await (const { kind, json } of rows)
    found.push([kind, json.replaceAll(/"(?:id|speakerId)":"[^"]*"/g, '"id":"…"')]);
  return found;
}

describe("composing in another process", () => {
  test.each([
    ["one transcript", TALK, composing(), null],
    ["one that has another half", TALK, composing(), PARTNER],
    ["both languages in one file", BOTH, composing({ bothLanguages: true }), null],
  ])("answers the same as here: %s", async (_, text, study, partner) => {
    const here = partsOf(readingOf(text).reading, study, partner && partnerOf(partner)).map((part) => ({
      ...(prepareDraft(part.draft, { ...part, newId: () => "…" }) satisfies PreparedDraft),
      language: part.language,
    }));
    const there = await composeSafely(kept(text), study, partner);
    expect(there.map(({ head, language }) => ({ head, language }))).toEqual(
      here.map(({ head, language }) => ({ head, language })),
    );
    for (const [index, { rows }] of there.entries())
      expect(await withoutIds(rows)).toEqual(await withoutIds(here[index]?.rows ?? []));
  });

  test("leaves this process to others, however long the file is", async () => {
    const [turns, [part]] = await turnsDuring(
      composeSafely(kept("Q: b?\nA: c\n".repeat(100_000)), composing(), null),
    );
    expect(part?.head.turns).toBe(200_000);
    // Where the work is done here, next to nothing comes in between.
    expect(turns).toBeGreaterThan(1000);
  });

  test("says what contradicts itself", async () => {
    await expect(composeSafely(kept(" \n"), composing(), null)).rejects.toMatchObject({
      code: "invalid",
      body: { detail: "draft_empty" },
    });
    const passages = [{ questionId: composing().guide[0]?.id ?? "", start: 0, end: 9999, answered: true }];
    await expect(draftSafely(kept(TALK), composing({ passages }))).rejects.toMatchObject({
      body: { detail: "draft_passage_range" },
    });
  });
});

describe("a text that does harm ends the process, and says so", () => {
  test("when it takes too long", async () => {
    bounded({ time: 1 });
    const made = composeSafely(kept(TALK), composing(), null);
    await expect(made).rejects.toMatchObject({
      code: "too_large",
      body: { detail: "storing_took_too_long" },
    });
  });

  test("when memory is full", async () => {
    bounded({ heap: 64 });
    const made = composeSafely(kept("Q: b?\nA: c\n".repeat(200_000)), composing(), null);
    await expect(made).rejects.toMatchObject({
      code: "too_large",
      body: { detail: "storing_took_too_much_memory" },
    });
  });
});
