import { describe, expect, test } from "vitest";
import { hitsOf, replaced } from "@/components/revisions/editor/find";
import { passagesOf } from "@/components/revisions/model/passages";
import { difference } from "@/lib/domain/revision";

describe("places where two texts differ", () => {
  const before = `${"a".repeat(100)} one ${"b".repeat(20)} two ${"c".repeat(200)} three 👍${"d".repeat(59)}`;
  const after = before.replace("one", "1").replace("two", "").replace("three", "3");

  test("are shown with what stands around them, near ones together", () => {
    const { passages, count } = passagesOf(before, difference(before, after), 10);
    expect(count).toBe(2);
    const [first] = passages;
    expect(first?.parts.map(({ kind }) => kind)).toEqual(["same", "gone", "new", "same", "gone", "same"]);
    const text = (kinds: string[]) =>
      passages.map(({ parts }) =>
        parts
          .filter(({ kind }) => kinds.includes(kind))
          .map((part) => part.text)
          .join(""),
      );
    for (const part of text(["same", "gone"])) expect(before).toContain(part);
    for (const part of text(["same", "new"])) expect(after).toContain(part);
    for (const { parts } of passages) for (const part of parts) expect(part.text.isWellFormed()).toBe(true);
  });

  test("are counted where there are more than are shown", () => {
    expect(passagesOf(before, difference(before, after), 1)).toMatchObject({ count: 2, passages: [{}] });
  });
});

describe("find and replace", () => {
  const blocks = ["One (1) one", "two ONE"].map((body, key) => ({
    ...{ key, turn: null, label: "", body, close: "", gap: "" },
  }));

  test("finds words as they are, or in capital and small letters alike", () => {
    expect(hitsOf(blocks, "one", true)).toEqual([{ key: 0, start: 8, end: 11 }]);
    expect(hitsOf(blocks, "one", false)).toHaveLength(3);
    expect(hitsOf(blocks, "(1)", true)).toEqual([{ key: 0, start: 4, end: 7 }]);
    expect(hitsOf(blocks, "", true)).toEqual([]);
  });

  test("replaces all that was found, and nothing else", () => {
    expect([...replaced(blocks, hitsOf(blocks, "one", false), "$&1")]).toEqual([
      [1, "two $&1"],
      [0, "$&1 (1) $&1"],
    ]);
  });
});
