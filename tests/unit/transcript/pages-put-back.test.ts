import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_CHOICES, PUT_BACK_KINDS, type PutBackKind, parseReading } from "@/lib/domain/transcript";
import { textOfPages, textOfPrinted } from "@/lib/domain/transcript/pages";
import { full, item, lines, page } from "./page-items";

describe("what was left out is put back, exactly", () => {
  /** Lines numbered anew on each page, a header, a bare page number below, and a stamp across the page. */
  const talk = (number: number) =>
    page(
      item("Study of towns", 60, 820),
      ...Array.from({ length: 6 }, (_, line) => item(String(line + 1), 30, 700 - line * 24)),
      ...lines(
        [
          `Eve: on ${"x".repeat(number)}`,
          full("and"),
          "so on.",
          "Dan: Yes.",
          "Eve: Why?",
          full(`Dan: ${number}`),
        ],
        60,
        700,
        24,
      ),
      item(String(number + 6), 290, 25),
      item("COPY", 10, 300, { angle: 90 }),
    );
  const { text, leftOut, printed } = textOfPages([1, 2, 3].map(talk));
  const stands = (...keep: PutBackKind[]) => textOfPrinted(printed, keep);

  test("as the text was read in the first place, where nothing is", () => {
    const { text: again, leftOut: same } = stands();
    expect(again).toBe(text);
    expect(same).toEqual(leftOut);
    expect(leftOut.map(({ kind, count }) => [kind, count])).toEqual([
      ["headers", 3],
      ["page_numbers", 3],
      ["margin_numbers", 18],
      ["athwart", 3],
    ]);
  });

  test.each(
    fc.sample(fc.shuffledSubarray(["headers", "page_numbers", "margin_numbers", "athwart"] as const), 12),
  )("each kind comes with all of its own and nothing of the others: %s %s %s %s", (...given) => {
    const keep = given.filter((kind) => kind !== undefined);
    const { text: now, leftOut: left } = stands(...keep);
    const found = now.trimEnd().split("\n");
    expect(left.map(({ kind }) => kind)).toEqual(
      leftOut.map(({ kind }) => kind).filter((kind) => !keep.some((each) => each === kind)),
    );
    const count = (pattern: RegExp) => found.filter((line) => pattern.test(line)).length;
    expect(count(/^Study of towns$/)).toBe(keep.includes("headers") ? 3 : 0);
    expect(count(/^[789]$/)).toBe(keep.includes("page_numbers") ? 3 : 0);
    expect(count(/^COPY$/)).toBe(keep.includes("athwart") ? 3 : 0);
    expect(count(/^[1-6] {2}\S/)).toBe(keep.includes("margin_numbers") ? 18 : 0);
  });

  test("so that labels after numbers are labels still, and what came back is speech", () => {
    const reading = { kind: "lines" as const, text, printed };
    const all = PUT_BACK_KINDS.filter((kind) => leftOut.some((each) => each.kind === kind));
    const parsed = parseReading(reading, { ...NO_CHOICES, keep: all });
    expect(parsed.leftOut).toEqual([]);
    expect(parsed.speakers.map(({ label }) => label)).toEqual(["Eve", "Dan"]);
    const said = parsed.turns.map(({ bodyStart, end }) => parsed.text.slice(bodyStart, end)).join("\n");
    for (const words of ["Study of towns", "COPY", "2  and", "\n8"]) expect(said).toContain(words);
    expect(parseReading(reading, NO_CHOICES).text).toBe(text);
  });
});
