import { describe, expect, test } from "vitest";
import { NO_CHOICES, parseReading, type ReadingChoices } from "@/lib/domain/transcript";
import { type Page, type PageItem, textOfPages } from "@/lib/domain/transcript/pages";
import { full, item, lines, page } from "./page-items";

const read = (...pages: Page[]) => textOfPages(pages).text.trimEnd().split("\n");
const left = (...pages: Page[]) =>
  Object.fromEntries(textOfPages(pages).leftOut.map(({ kind, count, example }) => [kind, [count, example]]));

describe("lines", () => {
  test("are put together from their places, in whichever order the file has them", () => {
    const items = [
      item("second", 60, 768),
      item("we", 75, 780),
      item("So", 60, 780),
      item("talk.", 90, 780.4),
    ];
    expect(read(page(...items))).toEqual(["So we talk.", "second"]);
  });

  test("letters without a gap are one word, raised ones stay on their line", () => {
    expect(read(page(item("Wo", 60, 780), item("rd", 72, 780), item("2", 84, 783, { size: 6 })))).toEqual([
      "Word2",
    ]);
  });

  test("two full columns are read one after the other, what crosses them first", () => {
    const column = (word: string, x: number) =>
      lines(
        Array.from({ length: 10 }, (_, index) => `${word}${index}`.padEnd(38, ".")),
        x,
        760,
      );
    const text = read(
      page(
        item("A title that stands above both of the columns here", 150, 800),
        ...column("l", 60),
        ...column("r", 320),
      ),
    );
    expect(text[0]).toBe("A title that stands above both of the columns here");
    expect(text.join(" ").match(/[lr]\d/g)).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `l${index}`),
      ...Array.from({ length: 10 }, (_, index) => `r${index}`),
    ]);
  });

  test("names that hang beside the talk stay on its line", () => {
    const talk = ["Yes?", "No.", "Yes?", "No.", "Why?", "So.", "Yes?", "No.", "Well.", "Bye."];
    const items = talk.flatMap((words, index) => [
      item(index % 2 ? "Dan:" : "Eve:", 60, 780 - index * 12),
      item(words, 160, 780 - index * 12),
    ]);
    expect(read(page(...items)).slice(0, 2)).toEqual(["Eve: Yes?", "Dan: No."]);
  });
});

describe("margins", () => {
  const talk = Array.from(
    { length: 12 },
    (_, index) => `${index % 2 ? "Dan" : "Eve"}: words ${"abc".repeat(index)}.`,
  );
  const numbers = (from: number, step = 1) =>
    talk
      .map((_, index) => item(String(from + index * step), 30, 780 - index * 24))
      .filter((_, index) => index % step === 0);

  test("paragraph numbers go, and say where paragraphs begin and which go on overleaf", () => {
    const first = page(...lines(talk, 60, 780, 24), ...numbers(1));
    const second = page(
      ...lines(["and so on.", "Eve: new."], 60, 780, 24),
      item("12", 30, 780),
      item("13", 30, 756),
    );
    const text = read(first, second);
    expect(text).toHaveLength(13);
    expect(text[11]).toMatch(/^Dan: words .*\. and so on\.$/);
    expect(left(first, second)).toEqual({ margin_numbers: [14, "1–13"] });
  });

  test("numbers that are no row of their own stay", () => {
    const items = lines(["In", "we had", "talks.", "1960"], 60);
    expect(read(page(...items)).join(" ")).toContain("1960");
    expect(
      left(page(...items, item("7", 30, 780), item("3", 30, 768), item("9", 30, 756), item("1", 30, 744))),
    ).toEqual({});
  });

  test("headers, footers and page numbers go, and what is like them in the text stays", () => {
    const one = (number: number) =>
      page(
        item("Study of towns", 60, 820),
        ...lines(["Study of towns", `Eve: page ${"x".repeat(number)}.`], 60, 700, 24),
        item("Confidential", 60, 40),
        item(`- ${number} -`, 290, 25),
      );
    const pages = [1, 2, 3].map(one);
    expect(left(...pages)).toEqual({
      headers: [3, "Study of towns"],
      footers: [3, "Confidential"],
      page_numbers: [3, "- 1 -"],
    });
    expect(read(...pages).filter((line) => line === "Study of towns")).toHaveLength(3);
  });

  test("a single page keeps its first and last words", () => {
    expect(read(page(...lines(["Interview", "Eve: yes.", "Bye."], 60, 780, 30)))).toEqual([
      "Interview",
      "Eve: yes.",
      "Bye.",
    ]);
  });
});

describe("the only page", () => {
  const body = lines(["Eve: When was that?", "Dan: In spring.", "Eve: And then?", "Dan: We left."], 60, 740);
  const parsed = (...items: PageItem[]) => {
    const { text, edges } = textOfPages([page(...items)]);
    return (choices: Partial<ReadingChoices> = {}) =>
      parseReading({ kind: "lines", text, edges }, { ...NO_CHOICES, ...choices });
  };

  test("has a header and a footer where lines stand apart from the text, to be kept if a person says so", () => {
    const read = parsed(
      item("Study of towns", 60, 815),
      item("Recorded 2024-05-03", 60, 803),
      ...body,
      item("Not to be copied", 60, 100, { size: 7 }),
      item("Page 1 / 1", 290, 25),
    );
    expect(read().leftOut.map(({ kind, count, example }) => [kind, count, example])).toEqual([
      ["headers", 2, "Study of towns"],
      ["footers", 1, "Not to be copied"],
    ]);
    expect(read().turns.map(({ speaker }) => speaker)).toEqual(["Eve", "Dan", "Eve", "Dan"]);
    const kept = read({ keep: ["headers", "footers"] });
    expect(kept.leftOut).toEqual([]);
    expect(kept.text).toBe(read().text);
    expect(kept.turns).toHaveLength(5);
  });

  test("a date a little way in stands apart too, a title in the text's own size does not", () => {
    expect(parsed(item("3 May 2024", 60, 765), ...body)().leftOut).toMatchObject([{ kind: "headers" }]);
    expect(parsed(item("Of towns", 60, 765), ...body)().leftOut).toEqual([]);
  });

  test("what somebody says stays, wherever it stands, and so does a page of a few lines", () => {
    expect(parsed(item("Eve: Good morning.", 60, 815), ...body)().leftOut).toEqual([]);
    expect(parsed(item("Notes", 60, 815), ...body.slice(0, 2))().leftOut).toEqual([]);
    expect(parsed(item("Study of towns", 60, 752), ...body)().leftOut).toEqual([]);
  });
});

describe("paragraphs", () => {
  test("broken lines are joined, and a hyphen only where it broke a word", () => {
    const broken = `Dan: It is ${"so ".repeat(20)}that inter-`;
    expect(read(page(...lines([broken, "views are long."])))).toEqual([
      `${broken.slice(0, -1)}views are long.`,
    ]);
    expect(read(page(...lines([`${"word ".repeat(14)}well-`, "known and well-known."])))).toEqual([
      `${"word ".repeat(14)}well-known and well-known.`,
    ]);
  });

  test("a wider gap, an indent, a short line before, or a name that came before begins one", () => {
    expect(read(page(...lines([full("one"), full("one")]), ...lines([full("two")], 60, 740)))).toHaveLength(
      2,
    );
    expect(
      read(page(...lines([full("one")]), item(full("two").slice(2), 72, 768), item(full("two"), 60, 756))),
    ).toHaveLength(2);
    expect(read(page(...lines([full("one"), "short end.", full("two")])))).toHaveLength(2);
    expect(read(page(...lines(["Eve: a", "Dan: b", "Eve: c", "Dan: d"].map(full))))).toHaveLength(4);
    expect(read(page(...lines([full("one"), full("goes on: so"), full("and on")])))).toHaveLength(1);
  });

  test("a lone line further left does not make all others set in", () => {
    const body = lines(
      Array.from({ length: 30 }, () => full("so")),
      60,
      760,
    );
    expect(read(page(item("saved from a site", 40, 800), ...body))).toHaveLength(2);
  });

  test("one goes on overleaf", () => {
    expect(read(page(...lines([full("one")])), page(...lines(["and its end."])))).toEqual([
      `${full("one")} and its end.`,
    ]);
  });
});

describe("Japanese", () => {
  test("lines are joined without blanks, and a new paragraph begins set in", () => {
    const text = [
      "　みかん畑を継ぐ人がいません。それがこの町の一番の課題だと私は思っていま",
      "す。",
      "　次に水です。",
    ];
    expect(read(page(...lines(text)))).toEqual([`${text[0]}す。`, "　次に水です。"]);
  });

  test("vertical columns from right to left, with their punctuation as it is written elsewhere", () => {
    const column = (text: string, x: number, y = 780) =>
      item(text, x, y, { vertical: true, length: text.length * 10 });
    const items = [column("課題だ︑と森さん︒", 485), column("聞き手︓﹁水﹂は何ですか︒", 500)];
    expect(read(page(...items))).toEqual(["聞き手：「水」は何ですか。", "課題だ、と森さん。"]);
  });

  test("radicals that fonts name are the characters that they show", () => {
    expect(read(page(item("⼀⽇のﬁle", 60, 780)))).toEqual(["一日のfile"]);
  });
});

describe("what stands athwart", () => {
  test("a stamp across the page is left out, and listed", () => {
    const stamp = item("DRAFT", 200, 400, { angle: null });
    expect(left(page(item("words of the page", 60, 780), stamp))).toEqual({ athwart: [1, "DRAFT"] });
  });

  test.each([90, 180, 270] as const)("a page turned by %i degrees is read as it is meant", (angle) => {
    const at = { 90: [100, 60], 180: [500, 700], 270: [100, 700] }[angle] as [number, number];
    const next = { 90: [112, 60], 180: [500, 712], 270: [88, 700] }[angle] as [number, number];
    expect(read(page(item("second", ...next, { angle }), item("first", ...at, { angle })))).toEqual([
      "first",
      "second",
    ]);
  });
});

test("nothing on the pages is nothing", () => {
  const nothing = { text: "", leftOut: [], edges: { top: 0, bottom: 0 } };
  expect(textOfPages([])).toMatchObject(nothing);
  expect(textOfPages([page(), page(item(" ", 1, 1))])).toMatchObject(nothing);
});
