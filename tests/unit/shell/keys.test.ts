import { describe, expect, test } from "vitest";
import { KEYS } from "@/components/reader/keys";
import { isPlain, type KeyStroke, matchKeys, strokeOf } from "@/components/shell/keys";

function press(key: string, held: Partial<KeyStroke> = {}): KeyStroke {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

const altGraph = (key: string, held: Partial<KeyStroke> = {}) =>
  press(key, { ...held, getModifierState: (modifier) => modifier === "AltGraph" });

describe("strokeOf", () => {
  test.each([
    [press("k", { ctrlKey: true }), false, "mod+k"],
    [press("k", { metaKey: true }), true, "mod+k"],
    [press("k", { ctrlKey: true }), true, "other+k"],
    [press("Z", { ctrlKey: true, shiftKey: true }), false, "mod+shift+z"],
    [press("?", { shiftKey: true }), false, "?"],
    [press("ArrowDown", { shiftKey: true }), false, "shift+arrowdown"],
    [press(" "), false, "space"],
    [press("Shift", { shiftKey: true }), false, ""],
    [press("Process"), false, ""],
    [press("あ"), false, "あ"],
    // Where a sign stands behind AltGr, as Windows and Linux tell of it, or behind Option.
    [altGraph("{", { ctrlKey: true, altKey: true }), false, "{"],
    [altGraph("@"), false, "@"],
    [press("[", { altKey: true }), true, "["],
    [press("{", { ctrlKey: true, altKey: true }), false, "mod+alt+{"],
    [press("Enter", { altKey: true }), false, "alt+enter"],
    // A keyboard of other letters: the place of the key says which is meant.
    [press("я", { ctrlKey: true, code: "KeyZ" }), false, "mod+z"],
    [press("z", { ctrlKey: true, code: "KeyY" }), false, "mod+z"],
    [press("я", { code: "KeyZ" }), false, "я"],
  ])("%o (Apple: %s) is %s", (event, apple, stroke) => {
    expect(strokeOf(event, apple)).toBe(stroke);
  });
});

/** Signs that a keyboard writes with AltGr, or as an accent that waits for its letter. */
const BEHIND: Record<string, string> = {
  German: "[]{}|@\\~^`´€",
  Swiss: "[]{}|@\\~^`´#",
  French: "[]{}|@\\~^`#¨",
  Spanish: "[]{}|@\\~^`´#¨",
  Japanese: "",
};

describe("the keys of the reader", () => {
  test.each(Object.entries(BEHIND))("are all within reach on a %s keyboard", (_, behind) => {
    const within = (keys: string) => ![...behind].includes(keys);
    const out = Object.entries(KEYS).filter(([, all]) => !all.some(within));
    expect(out).toEqual([]);
  });

  test("do one thing each", () => {
    const all = Object.values(KEYS).flat();
    expect(all.filter((keys, at) => all.indexOf(keys) < at)).toEqual([]);
  });
});

describe("isPlain", () => {
  test("tells single keys from those with a modifier", () => {
    expect(["?", "g c", "arrowdown"].map(isPlain)).toEqual([true, true, true]);
    expect(["mod+k", "mod+shift+z", "alt+1", "f9"].map(isPlain)).toEqual(Array(4).fill(false));
  });
});

describe("matchKeys", () => {
  const bindings = [{ keys: "g c" }, { keys: "c", name: "outer" }, { keys: "c", name: "inner" }, {}];

  test("runs the last binding of a stroke, which belongs to the inner part of the page", () => {
    expect(matchKeys(bindings, "", "c")).toEqual({ kind: "run", bound: { keys: "c", name: "inner" } });
  });

  test("waits for the second key of two", () => {
    expect(matchKeys(bindings, "", "g")).toEqual({ kind: "wait", prefix: "g" });
    expect(matchKeys(bindings, "g", "c")).toEqual({ kind: "run", bound: { keys: "g c" } });
  });

  test("means a binding that gives way where no other has the stroke, nor begins with it", () => {
    const all = [...bindings, ...["c", "g", "x"].map((keys) => ({ keys, name: "last", givesWay: true }))];
    expect(matchKeys(all, "", "c")).toMatchObject({ bound: { name: "inner" } });
    expect(matchKeys(all, "", "g")).toEqual({ kind: "wait", prefix: "g" });
    expect(matchKeys(all, "g", "x")).toMatchObject({ kind: "run", bound: { keys: "x", name: "last" } });
  });

  test("takes a stroke that does not go on for a first one", () => {
    expect(matchKeys(bindings, "g", "g")).toEqual({ kind: "wait", prefix: "g" });
    expect(matchKeys(bindings, "g", "x")).toEqual({ kind: "none" });
  });

  test("a binding of one key wins over the beginning of two", () => {
    expect(matchKeys([...bindings, { keys: "g" }], "", "g")).toEqual({ kind: "run", bound: { keys: "g" } });
  });
});
