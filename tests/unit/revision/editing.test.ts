import { describe, expect, test } from "vitest";
import { begin, edit, textNow, undecided } from "@/components/revisions/editor/state";
import { version } from "./talk";

const LINES = [
  "Q: What is safety?\n",
  "A: Freedom from fear. And want.\n",
  "Q: For whom?\n",
  "A: For all. 👍\n",
];

const text = (now: Parameters<typeof textNow>[0]) => textNow(now).text;

describe("editing", () => {
  test("types, splits, joins, adds and takes out, and goes back step by step", () => {
    const first = begin(version(LINES));
    const typed = edit(first, { kind: "type", key: 2, body: "And for whom?" });
    const split = edit(typed, { kind: "split", key: 1, at: "Freedom from fear.".length });
    expect(text(split)).toBe(
      "Q: What is safety?\nA: Freedom from fear.\nA: And want.\nQ: And for whom?\nA: For all. 👍\n",
    );
    expect(split.caret).toEqual({ key: 4, at: 0 });
    const joined = edit(split, { kind: "join", key: 4 });
    expect(text(joined)).toBe(text(typed));
    expect(joined.caret).toEqual({ key: 1, at: "Freedom from fear. ".length });
    const added = edit(joined, { kind: "add", key: 3 });
    const filled = edit(added, { kind: "type", key: added.caret?.key ?? -1, body: "Everybody." });
    expect(text(filled).endsWith("A: For all. 👍\nA: Everybody.\n")).toBe(true);
    const less = edit(filled, { kind: "remove", key: 0 });
    expect(text(less).startsWith("A: Freedom")).toBe(true);
    expect(text(edit(less, { kind: "undo" }))).toBe(text(filled));
  });

  test("gives a turn to another speaker, old or new, with the label in the text", () => {
    const first = begin(version(LINES));
    expect(text(edit(first, { kind: "speaker", key: 2, speaker: 1 }))).toContain("A: For whom?");
    const guest = edit(first, { kind: "new_speaker", key: 2, speaker: { label: "B", role: "other" } });
    expect(text(guest)).toContain("B: For whom?");
    expect(guest.speakers.at(-1)).toEqual({ label: "B", role: "other" });
    expect(textNow(guest).turns[2]?.speaker).toBe(2);
  });

  test("is laid over a newer version; what both changed waits for a decision", () => {
    const mine = edit(begin(version(LINES)), {
      kind: "type",
      key: 1,
      body: "Freedom from all fear. And want.",
    });
    const others = [...LINES];
    others[3] = "A: For everybody.\n";
    const clean = edit(mine, { kind: "rebase", onto: version(others, ["A", "Q"]) });
    expect(undecided(clean)).toBe(0);
    expect(text(clean)).toBe(
      [LINES[0], "A: Freedom from all fear. And want.\n", LINES[2], others[3]].join(""),
    );
    expect(textNow(clean).turns.map(({ speaker }) => clean.speakers[speaker ?? -1]?.label)).toEqual([
      ..."QAQA",
    ]);

    others[1] = "A: Freedom from want.\n";
    const marked = edit(mine, { kind: "rebase", onto: version(others) });
    expect(undecided(marked)).toBe(1);
    const block = marked.blocks.find(({ theirs }) => theirs);
    const key = block?.key ?? -1;
    expect(text(marked)).toContain("all fear");
    expect(text(edit(marked, { kind: "take", key, whose: "theirs" }))).toBe(others.join(""));
    const kept = edit(marked, { kind: "take", key, whose: "mine" });
    expect(undecided(kept)).toBe(0);
    expect(text(kept)).toContain("all fear");
  });
});
