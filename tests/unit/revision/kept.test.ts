import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isChanged, KeptCorrection, kept, unpacked, wordsOf } from "@/components/revisions/editor/kept";
import {
  begin,
  type Editing,
  edit,
  type Step,
  textNow,
  undecided,
} from "@/components/revisions/editor/state";
import { version } from "./talk";

const LINES = ["Q: What is safety?\n", "A: Freedom from fear.\n", "Q: 誰のため？\n", "A: For all. 👍\n"];
const BASE = version(LINES);
const text = (now: Editing) => textNow(now).text;

/** As the browser gives it back. */
const throughBrowser = (now: Editing) => KeptCorrection.parse(structuredClone(kept(now)));

function again(now: Editing): Editing {
  const editing = unpacked(now.base, throughBrowser(now));
  if (!editing) throw new Error("could not be read");
  return editing;
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant("type" as const),
    key: fc.nat(6),
    body: fc.string({ unit: "grapheme", maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant("split" as const), key: fc.nat(6), at: fc.nat(9) }),
  fc.record({ kind: fc.constantFrom("join" as const, "add" as const, "remove" as const), key: fc.nat(6) }),
  fc.record({ kind: fc.constant("speaker" as const), key: fc.nat(6), speaker: fc.nat(1) }),
  fc.record({
    kind: fc.constant("new_speaker" as const),
    key: fc.nat(6),
    speaker: fc.constant({ label: "B", role: "other" as const }),
  }),
  fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const, "discard" as const) }),
);
const done = (steps: readonly Step[], base = BASE) => steps.reduce(edit, begin(base));

describe("unsaved corrections in the browser", () => {
  test("come back as they were, with the same text, turns and speakers", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const now = done(steps);
        const back = again(now);
        expect(textNow(back)).toEqual(textNow(now));
        expect(back.speakers).toEqual(now.speakers);
        expect(isChanged(back)).toBe(isChanged(now));
      }),
    );
  });

  test("hold only what the person changed", () => {
    expect(throughBrowser(begin(BASE)).blocks).toEqual([0, 1, 2, 3]);
    const typed = edit(begin(BASE), { kind: "type", key: 1, body: "From fear." });
    expect(JSON.stringify(throughBrowser(typed))).not.toContain("What is safety");
    expect(wordsOf(throughBrowser(typed))).toEqual(["A: From fear."]);
  });

  test("know nothing to be changed once all is undone", () => {
    const typed = edit(begin(BASE), { kind: "type", key: 1, body: "From fear." });
    expect(isChanged(typed)).toBe(true);
    expect(isChanged(edit(typed, { kind: "undo" }))).toBe(false);
    expect(isChanged(edit(typed, { kind: "discard" }))).toBe(false);
    expect(isChanged(edit(typed, { kind: "type", key: 1, body: "Freedom from fear." }))).toBe(false);
    expect(isChanged(edit(begin(BASE), { kind: "speaker", key: 0, speaker: 1 }))).toBe(true);
  });

  test("are laid over one newer version after another, and keep what waits for a decision", () => {
    const mine = edit(begin(BASE), { kind: "type", key: 2, body: "For whom? 誰？" });
    // The newer version names the speakers in another order.
    const second = version([...LINES.slice(0, 3), "A: For everybody.\n"], ["A", "Q"]);
    const third = version(["Q: And what is safety?\n", ...LINES.slice(1, 3), "A: For everybody.\n"]);
    const laid = [second, third].reduce(
      (now, onto) => again(edit(again(now), { kind: "rebase", onto })),
      mine,
    );
    expect(undecided(laid)).toBe(0);
    expect(text(laid)).toBe(
      "Q: And what is safety?\nA: Freedom from fear.\nQ: For whom? 誰？\nA: For everybody.\n",
    );
    const names = textNow(laid).turns.map(({ speaker }) => laid.speakers[speaker ?? -1]?.label);
    expect(names).toEqual([..."QAQA"]);

    const fourth = version([...LINES.slice(0, 2), "Q: For you?\n", "A: For everybody.\n"]);
    const marked = again(edit(laid, { kind: "rebase", onto: fourth }));
    expect(undecided(marked)).toBe(1);
    const block = marked.blocks.find(({ theirs }) => theirs);
    expect(block?.theirs?.map(({ body }) => body)).toEqual(["For you?"]);
  });

  test("are nothing once the text says the same, as after a saving whose answer was lost", () => {
    const typed = done([
      { kind: "type", key: 1, body: "Freedom from all fear.  " },
      { kind: "split", key: 1, at: "Freedom".length },
    ]);
    const stored = version(text(typed).split(/(?<=\n)/));
    expect(isChanged(edit(again(typed), { kind: "rebase", onto: stored }))).toBe(false);
  });

  test("cannot be read over a version that has not the turns they speak of", () => {
    expect(unpacked(version(LINES.slice(0, 2)), throughBrowser(begin(BASE)))).toBeNull();
  });
});

describe("going back and forward", () => {
  const type = (key: number, body: string, composing = false): Step => ({
    ...{ kind: "type", key, body },
    composing,
  });
  const bodies = (now: Editing) => now.blocks.map(({ body }) => body);

  test("any steps, undone and done again, come to the same", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const now = done(steps.filter(({ kind }) => kind !== "undo" && kind !== "redo"));
        const back = now.past.reduce<Editing>((each) => edit(each, { kind: "undo" }), now);
        expect(text(back)).toBe(text(begin(BASE)));
        const forward = back.future.reduce<Editing>((each) => edit(each, { kind: "redo" }), back);
        expect(textNow(forward)).toEqual(textNow(now));
        expect(forward.speakers).toEqual(now.speakers);
      }),
    );
  });

  test("typing goes back word by word, and does not take other turns along", () => {
    const letters = [
      "Freedom from fear. ",
      "Freedom from fear. S",
      "Freedom from fear. So",
      "Freedom from fear. So ",
      "Freedom from fear. So b",
      "Freedom from fear. So be",
    ];
    const typed = done([...letters.map((body) => type(1, body)), type(3, "For me.")]);
    const undo = (now: Editing) => edit(now, { kind: "undo" });
    const one = undo(typed);
    expect(bodies(one)).toEqual([bodies(typed)[0], letters.at(-1), bodies(typed)[2], "For all. 👍"]);
    expect(bodies(undo(one))[1]).toBe("Freedom from fear. So ");
    expect(undo(one).caret).toEqual({ key: 1, at: "Freedom from fear. So ".length });
    expect(bodies(undo(undo(one)))[1]).toBe("Freedom from fear. ");
  });

  test("what an input method composes is one step, and the next composition another", () => {
    const composed = done([
      { kind: "pause" },
      ...["ｋ誰のため？", "か誰のため？", "川誰のため？"].map((body) => type(2, body, true)),
      { kind: "pause" },
      ...["川ｗ誰のため？", "川は誰のため？"].map((body) => type(2, body, true)),
    ]);
    const back = edit(composed, { kind: "undo" });
    expect(bodies(back)[2]).toBe("川誰のため？");
    expect(bodies(edit(back, { kind: "undo" }))[2]).toBe("誰のため？");
  });

  test("taking out letter by letter is one step", () => {
    const less = done(
      ["Freedom from fear", "Freedom from fea", "Freedom from fe"].map((body) => type(1, body)),
    );
    expect(less.past).toHaveLength(1);
    expect(bodies(edit(less, { kind: "undo" }))[1]).toBe("Freedom from fear.");
  });
});
