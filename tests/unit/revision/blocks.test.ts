import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BlockTurn,
  blocksOf,
  carryAlignment,
  carryBeside,
  difference,
  joinBlocks,
  mergeLists,
  newBlock,
  splitBlock,
  textOfBlocks,
  withSpeaker,
} from "@/lib/domain/revision";
import { wellFormedText } from "../text/texts";

const TEXT = "Otter\n\nQ: What is safety?\nA: Freedom from fear. And 👍 want.\n\nQ: Thank you.";
const turn = (start: number, bodyStart: number, end: number, speaker: number): BlockTurn => ({
  ...{ start, bodyStart, end, speaker },
  ...{ atMs: start * 10, align: start },
});
const TURNS = [
  turn(7, 10, 26, 0),
  turn(26, 29, TEXT.indexOf("\nQ: T"), 1),
  turn(TEXT.indexOf("Q: T"), TEXT.indexOf("Thank"), TEXT.length, 0),
];

describe("blocks", () => {
  test("are the turns with what stands between them, and the text again", () => {
    const blocks = blocksOf(TEXT, TURNS);
    expect(blocks.map(({ label, body }) => label + body)).toEqual([
      "Otter",
      "Q: What is safety?",
      "A: Freedom from fear. And 👍 want.",
      "Q: Thank you.",
    ]);
    expect(textOfBlocks(blocks)).toEqual({ text: TEXT, turns: TURNS });
  });

  test("of any turns of any text are that text and those turns", () => {
    const cuts = fc.array(fc.nat(200), { maxLength: 12 });
    fc.assert(
      fc.property(wellFormedText, cuts, (text, places) => {
        const sorted = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
        const turns: BlockTurn[] = [];
        for (let index = 0; index + 2 < sorted.length; index += 3) {
          const [start = 0, bodyStart = 0, end = 0] = sorted.slice(index, index + 3);
          if (text.slice(start, end).trim() !== "") turns.push(turn(start, bodyStart, end, index));
        }
        expect(textOfBlocks(blocksOf(text, turns))).toEqual({ text, turns });
      }),
      { numRuns: 2_000 },
    );
  });

  test("are split at the caret and joined again", () => {
    const block = blocksOf(TEXT, TURNS)[2];
    if (!block) throw new Error("no block");
    const parts = splitBlock(block, block.body.indexOf(" And"));
    expect(parts?.map(({ label, body }) => label + body)).toEqual([
      "A: Freedom from fear.",
      "A: And 👍 want.",
    ]);
    expect(parts?.[1].turn).toEqual({ speaker: 1, atMs: null, align: null });
    expect(parts && joinBlocks(parts[0], parts[1], " ")).toEqual(block);
    expect(splitBlock(block, block.body.indexOf("👍") + 1)).toBeNull();
    expect(splitBlock(block, 0)).toBeNull();
  });

  test("take another speaker with the label that stands in the text", () => {
    const [, block] = blocksOf(TEXT, TURNS);
    if (!block) throw new Error("no block");
    expect(withSpeaker(block, 1, "Q", "$& Mori").label).toBe("$& Mori: ");
    expect(textOfBlocks([newBlock(1, "A: ")]).turns).toEqual([
      { start: 0, bodyStart: 3, end: 4, speaker: 1, atMs: null, align: null },
    ]);
  });
});

describe("what stands beside a text", () => {
  test("goes along with an edit", () => {
    const after = TEXT.replace("safety?", "safety, please?").replace("Otter\n\n", "");
    const beside = carryBeside(
      {
        turns: TURNS,
        points: [
          { at: 7, ms: 0 },
          { at: 26, ms: 5 },
        ],
        passages: [{ start: 7, end: 60 }],
      },
      difference(TEXT, after),
    );
    expect(beside.turns.map(({ start, bodyStart }) => after.slice(start, bodyStart))).toEqual([
      "Q: ",
      "A: ",
      "Q: ",
    ]);
    expect(beside.points.map(({ at }) => after[at])).toEqual(["Q", "A"]);
    expect(beside.passages).toEqual([{ start: 0, end: 60 + after.length - TEXT.length }]);
  });

  test("keeps turns in order and apart, whatever is done to whatever text", () => {
    fc.assert(
      fc.property(
        wellFormedText,
        wellFormedText,
        fc.array(fc.nat(60), { maxLength: 9 }),
        (text, after, cuts) => {
          const sorted = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
          const turns = sorted
            .slice(1)
            .map((end, index) => turn(sorted[index] ?? 0, sorted[index] ?? 0, end, 0));
          let last = 0;
          const edits = difference(text, after);
          const carried = carryBeside({ turns, points: [], passages: [] }, edits).turns;
          for (const { start, bodyStart, end } of carried) {
            expect(last <= start && start <= bodyStart && bodyStart <= end && start < end).toBe(true);
            expect(end).toBeLessThanOrEqual(after.length);
            last = end;
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("numbers of alignment find their turns in a new transcription", () => {
    const after = TEXT.replace("Q: What", "Q: Um.\nQ: What");
    const bare = [turn(7, 10, 14, 0), turn(14, 17, 33, 0), turn(33, 36, after.length, 1)].map((each) => ({
      ...each,
      align: null,
    }));
    const numbers = carryAlignment(bare, TURNS, difference(TEXT, after)).map(({ align }) => align);
    expect(numbers).toEqual([null, 7, 26]);
  });
});

describe("mergeLists", () => {
  const list = fc.array(fc.constantFrom(..."abcdef"), { maxLength: 12 });
  const merge = (base: string[], mine: string[], theirs: string[]) =>
    mergeLists(base, mine, theirs, (item) => item);

  test("takes each side's change, and keeps apart what both changed", () => {
    const base = [..."abcdefg"];
    expect(merge(base, [..."aBcdefg"], [..."abcdeFg"])).toEqual([
      { ok: true, items: ["a"] },
      { ok: true, items: ["B"] },
      { ok: true, items: ["c", "d", "e"] },
      { ok: true, items: ["F"] },
      { ok: true, items: ["g"] },
    ]);
    expect(merge(base, [..."aBcdefg"], [..."aXcdefg"])).toContainEqual({
      ok: false,
      mine: ["B"],
      theirs: ["X"],
    });
  });

  test("goes item by item where changes touch and nothing is added or taken away", () => {
    expect(merge([..."abcd"], [..."aXcd"], [..."aYZd"])).toEqual([
      { ok: true, items: ["a"] },
      { ok: false, mine: ["X"], theirs: ["Y"] },
      { ok: true, items: ["Z"] },
      { ok: true, items: ["d"] },
    ]);
  });

  test("with nobody's change is one's own, with the same change that change; nothing is lost", () => {
    const flat = (parts: ReturnType<typeof merge>) => parts.flatMap((part) => (part.ok ? part.items : ["!"]));
    fc.assert(
      fc.property(list, list, list, (base, mine, theirs) => {
        expect(flat(merge(base, mine, base))).toEqual(mine);
        expect(flat(merge(base, base, theirs))).toEqual(theirs);
        expect(flat(merge(base, mine, mine))).toEqual(mine);
        const parts = merge(base, mine, theirs);
        const swapped = merge(base, theirs, mine);
        expect(swapped.map((part) => part.ok)).toEqual(parts.map((part) => part.ok));
        // Whatever one side wrote anew is in the merged list, or beside the other's.
        const said = parts.flatMap((part) => (part.ok ? part.items : [...part.mine, ...part.theirs]));
        for (const item of [...mine, ...theirs]) if (!base.includes(item)) expect(said).toContain(item);
      }),
      { numRuns: 3_000 },
    );
  });
});
