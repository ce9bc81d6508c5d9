import { expect, test } from "vitest";
import { NO_CHOICES, parseReading } from "@/lib/domain/transcript";
import { FileRead } from "@/lib/schemas/files";
import { readFile } from "@/lib/server/interchange/read-file";
import { lines, pdf } from "@/tests/support/files/pdf";

test("a page that is a PDF's only one loses its header and footer, and gets them back", async () => {
  const { texts } = lines(["Eve: When was that?", "Dan: In spring.", "Eve: And then?", "Dan: We left."], {
    top: 740,
  });
  const bytes = pdf([
    {
      texts: [
        { text: "Study of towns, 2024-05-03", x: 60, y: 815 },
        ...texts,
        { text: "Not to be copied", x: 60, y: 40 },
        { text: "1 / 1", x: 290, y: 25 },
      ],
    },
  ]);
  // As it comes from the process that reads it.
  const read = FileRead.parse(await readFile("one.pdf", bytes));
  if (!read.ok) throw new Error(read.reason);
  const left = parseReading(read.reading);
  expect([...read.leftOut, ...left.leftOut].map(({ kind, example }) => [kind, example])).toEqual([
    ["page_numbers", "1 / 1"],
    ["headers", "Study of towns, 2024-05-03"],
    ["footers", "Not to be copied"],
  ]);
  expect(left.turns.map(({ speaker }) => speaker)).toEqual(["Eve", "Dan", "Eve", "Dan"]);
  const kept = parseReading(read.reading, { ...NO_CHOICES, keep: ["headers", "footers"] });
  expect(kept.leftOut).toEqual([]);
  expect(kept.turns.at(-1)).toMatchObject({ end: kept.text.trimEnd().length });
});
