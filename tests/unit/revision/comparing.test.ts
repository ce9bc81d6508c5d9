import { describe, expect, test } from "vitest";
import { compared } from "@/components/imports/model/comparing";
import { passagesOf } from "@/components/revisions/model/passages";
import { withRecognised } from "@/components/revisions/replace/recognised";
import { difference } from "@/lib/domain/revision";
import { parseReading } from "@/lib/domain/transcript";
import { importChoices } from "@/tests/support/imports/batch";

const parsed = (text: string) => parseReading({ kind: "lines", text });

/** A text as the reader fetches it, with these of its words coded. */
function base(text: string, quotes: readonly string[], hidden: Record<string, string> = {}) {
  const { turns, speakers } = parsed(text);
  const redactions = Object.entries(hidden).map(([pseudonym, original]) => {
    const start = text.indexOf(pseudonym);
    return { start, end: start + pseudonym.length, original };
  });
  const segments = quotes.map((quote) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length };
  });
  return { text, turns, speakers, redactions, segments };
}

const OLD =
  "聞き手：安全とは何ですか。\n森：夜に［同僚］と歩いて帰れることです。👵🏽 街灯が増えました。\n聞き手：そうですか。\n森：はい、そうです。\n";

describe("what a file would change", () => {
  test("says of each segment whether it keeps its words", () => {
    const again = parsed(OLD.replace("増えました", "ふえました").replaceAll("森", "話者2"));
    const { placed, waiting, passages, same } = compared(
      base(OLD, ["歩いて帰れること", "街灯が増えました", "👵🏽"]),
      again,
    );
    expect({ placed, waiting }).toEqual({ placed: 2, waiting: [1] });
    expect(passages.length).toBeGreaterThan(0);
    expect(same).toEqual([{ label: "話者2", into: "森" }]);
  });

  test("leaves what is hidden hidden: a name in the place of its pseudonym is no change", () => {
    const again = parsed(OLD.replace("［同僚］", "田中"));
    const quotes = ["夜に［同僚］と歩いて帰れること"];
    expect(compared(base(OLD, quotes, { "［同僚］": "田中" }), again)).toMatchObject({
      count: 0,
      waiting: [],
    });
    // Whoever may not see the name sees a difference.
    expect(compared(base(OLD, quotes), again)).toMatchObject({ count: 1, waiting: [0] });
  });

  test("of another text altogether: all wait", () => {
    const other = parsed("Q: Tell me of the harbour.\nA: Boats, mostly. Ropes.\n");
    expect(compared(base(OLD, ["街灯", "そうですか"]), other)).toMatchObject({ placed: 0, waiting: [0, 1] });
  });
});

describe("what is known of the speakers of a file", () => {
  const known = [
    { label: "聞き手", role: "interviewer" as const, intervieweeId: null },
    { label: "森", role: "interviewee" as const, intervieweeId: null },
  ];
  const speakers = [
    { label: "話者1", role: "other" as const },
    { label: "森", role: "other" as const },
  ];
  const same = [{ label: "話者1", into: "聞き手" }];

  test("is written down once, with the roles that they have", () => {
    const first = withRecognised(importChoices(), speakers, same, known);
    expect(first).toMatchObject({
      known: same,
      reading: {
        roles: [
          { label: "話者1", role: "interviewer" },
          { label: "森", role: "interviewee" },
        ],
      },
    });
    expect(first && withRecognised(first, speakers, same, known)).toBeNull();
  });

  test("changes nothing that a person has decided", () => {
    const choices = importChoices({
      known: [{ label: "話者1", into: "話者1" }],
      reading: { ...importChoices().reading, roles: [{ label: "森", role: "other" }] },
    });
    expect(withRecognised(choices, speakers, same, known)).toBeNull();
  });
});

test("two texts without a word in common are shown by their ends", () => {
  const [before, after] = ["👍".repeat(2_000), "あ".repeat(3_000)];
  const { passages } = passagesOf(before, difference(before, after), 10);
  const parts = passages[0]?.parts ?? [];
  expect(parts.map(({ kind, text, left }) => [kind, text.length, left?.units])).toEqual([
    ["gone", 1_200, 2_800],
    ["new", 1_200, 1_800],
  ]);
  for (const { text, left } of parts) {
    expect(text.slice(0, left?.at).isWellFormed()).toBe(true);
    expect(text.slice(left?.at).isWellFormed()).toBe(true);
  }
});
