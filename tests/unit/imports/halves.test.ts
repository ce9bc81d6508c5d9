import { expect, test } from "vitest";
import { Parsing } from "@/components/imports/model/parsing";
import { NO_CHOICES } from "@/lib/domain/transcript";

const words = `聞き手：安全とは何だと思いますか？
Interviewer: What do you think safety is?
協力者：静かな海です。🌊
Participant: A quiet sea. 🌊
`;
const parsing = new Parsing({
  reading: { kind: "lines", text: words },
  format: "text",
  encoding: "utf-8",
  confidence: 1,
  warnings: [],
  leftOut: [{ kind: "headers", count: 1, at: 0 }],
});
const guide = [{ id: "q", key: "1", text: "What do you think safety is?" }];

/** The lines that are shown, each with who is named beside it. */
function shown(half: 0 | 1 | null) {
  const summary = parsing.parse(NO_CHOICES, guide, half);
  const rows = parsing.part(0).map(({ text, speaker }) => [summary.speakers[speaker ?? -1]?.label, text]);
  return { summary, rows };
}

test("a file in two languages is shown as it is", () => {
  const { summary, rows } = shown(null);
  expect(summary.languages).toEqual(["ja", "en"]);
  expect(rows).toHaveLength(4);
});

test("or one language at a time, with all speakers in the table, and questions at their places in that text", () => {
  const whole = shown(null).summary;
  const first = shown(0);
  expect(first.rows.map(([, text]) => text?.trim())).toEqual([
    expect.stringContaining("安全とは何だと思いますか"),
    expect.stringContaining("静かな海です。🌊"),
  ]);
  expect(first.summary).toMatchObject({ language: "ja", turns: 2, languages: ["ja", "en"] });
  const second = shown(1);
  expect(second.rows.map(([, text]) => text?.trim())).toEqual([
    expect.stringContaining("What do you think safety is?"),
    expect.stringContaining("A quiet sea. 🌊"),
  ]);
  expect(second.summary.passages).toMatchObject([{ questionId: "q", start: 0 }]);
  expect(second.summary.speakers).toEqual(whole.speakers);
  expect(new Set([...first.rows, ...second.rows].map(([label]) => label)).size).toBe(whole.speakers.length);
});
