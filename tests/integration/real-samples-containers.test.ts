import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { parseReading } from "@/lib/domain/transcript";
import { readSafely } from "@/lib/server/interchange/read-safely";

// Files that other tools and people made; they are no part of the project. The numbers were counted from the
// files by programs of their own (unpacked streams and character maps of the PDFs, a CSV library of another
// language), not with the code under test.
const folder = process.env.REAL_SAMPLES ?? "";
const skipped = folder === "";
if (skipped) process.stderr.write("real samples: skipped, because REAL_SAMPLES names no folder\n");

// Processes are started on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 });

async function read(name: string) {
  const file = await readSafely(path.basename(name), new Uint8Array(readFileSync(path.join(folder, name))));
  if (!file.ok) throw new Error(`${name}: ${file.reason}`);
  return { file, parsed: parseReading(file.reading) };
}

/** Turns and characters that are not white space, by speaker. */
const counts = ({ parsed }: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(parsed.speakers.map(({ label, turns, characters }) => [label, [turns, characters]]));

describe.skipIf(skipped)("an interview exported to PDF with numbered paragraphs", () => {
  test.each([
    ["P1", 5, 98, "1–95", { Dan: [47, 4069], Participant: [47, 8606] }],
    ["P2", 8, 172, "1–166", { Dan: [81, 8573], Participant: [84, 11_528] }],
  ])("%s", async (name, pages, numbers, range, speakers) => {
    const each = await read(`pdf/${name}.pdf`);
    expect(each.file).toMatchObject({ format: "pdf", encoding: null, warnings: [] });
    expect(each.file.leftOut).toEqual([
      { kind: "page_numbers", count: pages, example: `1/${pages}` },
      { kind: "margin_numbers", count: numbers, example: range },
    ]);
    expect(counts(each)).toEqual(speakers);
    // A paragraph for each number, the first of which is the title.
    expect(each.parsed.text.trimEnd().split("\n")).toHaveLength(Number(range.split("–")[1]));
    expect(each.parsed.text.startsWith("Interview\nDan: Okay. So now")).toBe(true);
  });

  test("broken lines are whole again", async () => {
    const { parsed } = await read("pdf/P1.pdf");
    expect(parsed.text).toContain(
      "So it would be. For if you have feature one at one value and the average and feature two at another value.",
    );
    expect(parsed.text).not.toMatch(/\n(?!Dan:|Participant:|$)/);
  });
});

describe.skipIf(skipped)("an interview as comma-separated values", () => {
  test("54 rows; each name is written in full once, and in initials after that", async () => {
    const each = await read("csv/Akin_Ron.csv");
    expect(each.file).toMatchObject({ format: "csv", encoding: "utf-8", warnings: [] });
    expect(each.file.reading).toMatchObject({
      columns: ["timestamp", "speaker", "words", "tags"],
      rows: { length: 54 },
    });
    expect(counts(each)).toEqual({ "Christian Akin": [26, 3131], "Ron Akin": [27, 4700], Bio: [1, 651] });
  });
});

describe.skipIf(skipped)("what is no transcript", () => {
  test("an exchange file of another program is told to be an archive", async () => {
    const bytes = new Uint8Array(readFileSync(path.join(folder, "refi/annex_a_project.qdpx")));
    expect(await readSafely("annex_a_project.qdpx", bytes)).toEqual({ ok: false, reason: "other_archive" });
  });
});
