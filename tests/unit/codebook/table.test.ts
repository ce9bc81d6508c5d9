import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildTree,
  codesOfTable,
  flatten,
  guarded,
  guessCodeColumns,
  hueOf,
  isPathSafe,
  parseOutline,
  pathOf,
  planCodes,
  tableOfCodes,
  unguarded,
  type WrittenCode,
  withHeading,
} from "@/lib/domain/codebook";

const LIMITS = { name: 200, text: 4000 };
const options = { known: [], under: null, matches: "update" as const, hues: 6, limits: LIMITS };
const written = (
  id: string,
  parentId: string | null,
  position: number,
  more: Partial<WrittenCode> = {},
): WrittenCode => ({
  ...{ id, parentId, position, name: id, hue: 0, shortcut: null },
  ...{ definition: "", whenToUse: "", whenNotToUse: "", example: "", counterExample: "" },
  ...more,
});

const text = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("=1+1", "'=x", "''-y", "a\nb", "@me", "引用、「例」", '"q", r; s'),
  )
  .map((given) => given.replace(/[\p{Cc}\p{Surrogate}]/gu, " ").trim());
const books = fc
  .uniqueArray(
    fc.record({
      name: text.filter((name) => isPathSafe(name)),
      parent: fc.nat(30),
      texts: fc.array(text, { minLength: 5, maxLength: 5 }),
      hue: fc.nat(5),
    }),
    { maxLength: 20, selector: ({ name }) => name.toLowerCase() },
  )
  .map((rows) =>
    rows.map(({ name, parent, texts, hue }, index) =>
      written(
        `c${index}`,
        index === 0 || parent % (index + 1) === index ? null : `c${parent % index}`,
        index,
        {
          ...{ name, hue },
          ...{ definition: texts[0], whenToUse: texts[1], whenNotToUse: texts[2], example: texts[3] },
          counterExample: texts[4],
          shortcut: index < 9 ? String(index) : null,
        },
      ),
    ),
  );

/** What a table makes of an empty codebook: each code's path with all that is written of it, in the order of the tree. */
function made([columns = [], ...rows]: string[][]) {
  const table = { columns, rows };
  return planCodes(codesOfTable(table, guessCodeColumns(table)), options).map((row) => ({
    path: row.path.join(" > "),
    hue: row.hue,
    outcome: row.outcome,
    fields: Object.fromEntries(row.fields.flatMap(({ field, to }) => (field === "hue" ? [] : [[field, to]]))),
  }));
}

describe("a codebook that is taken away and read in again", () => {
  test("is the same, in the same order, whatever its words", () => {
    fc.assert(
      fc.property(books, (codes) => {
        const tree = buildTree(codes);
        expect(made(tableOfCodes(codes))).toEqual(
          flatten(tree).map(({ code }) => {
            const { definition, whenToUse, whenNotToUse, example, counterExample, shortcut } = code;
            const fields = { definition, whenToUse, whenNotToUse, example, counterExample, shortcut };
            return {
              path: pathOf(tree, code.id),
              hue: code.hue,
              outcome: "add",
              fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value)),
            };
          }),
        );
      }),
    );
  });

  test("no cell is a formula, and the guard comes off exactly", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(guarded(given)).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguarded(guarded(given))).toBe(given);
      }),
    );
  });
});

describe("columns", () => {
  test("are told by their headings, in English and Japanese, each use once", () => {
    expect(
      guessCodeColumns({ columns: ["Parent code", "Code", "Memo", "Colour", "Code"], rows: [] }),
    ).toEqual(["parent", "name", "definition", "colour", "none"]);
    expect(
      guessCodeColumns({ columns: ["コード名", "定義", "使う場合", "使わない場合", "例"], rows: [] }),
    ).toEqual(["name", "definition", "whenToUse", "whenNotToUse", "example"]);
    expect(guessCodeColumns({ columns: ["A", "B"], rows: [] })).toEqual(["name", "none"]);
  });

  test("a first row that names them is taken for what it is", () => {
    expect(
      withHeading({
        columns: ["A", "B"],
        rows: [
          ["Code", "Definition"],
          ["Fear", "x"],
        ],
      }),
    ).toEqual({
      columns: ["Code", "Definition"],
      rows: [["Fear", "x"]],
    });
    const plain = { columns: ["A", "B"], rows: [["Code", "of honour"]] };
    expect(withHeading(plain)).toBe(plain);
  });
});

describe("codesOfTable", () => {
  const paths = (rows: string[][], uses: Parameters<typeof codesOfTable>[1]) =>
    codesOfTable({ columns: [], rows }, uses).map(({ path }) => path.join("/"));

  test("parents are names or paths, before or after their children, and never a circle", () => {
    expect(
      paths(
        [
          ["East Asia", "Risks"],
          ["Risks", ""],
          ["Storms", "East Asia"],
          ["Sea", "Risks\\East Asia"],
          ["a", "b"],
          ["b", "a"],
        ],
        ["name", "parent"],
      ),
    ).toEqual(["Risks/East Asia", "Risks", "Risks/East Asia/Storms", "Risks/East Asia/Sea", "a/b/a", "a/b"]);
  });

  test("a path may end with the name or stand above it", () => {
    expect(
      paths(
        [
          ["Risks > Japan", "Japan"],
          ["Risks", "Japan"],
          ["", "Fear"],
        ],
        ["path", "name"],
      ),
    ).toEqual(["Risks/Japan", "Risks/Japan", "Fear"]);
  });
});

describe("planCodes", () => {
  const known = [
    written("r", null, 0, { name: "Risks", definition: "old", shortcut: "r" }),
    written("j", "r", 0, { name: "Japan" }),
  ];
  const plan = (list: string, more: object = {}) =>
    planCodes(parseOutline(list), { ...options, known, ...more }).map(
      ({ path, outcome, problem, codeId }) => [path.join("/"), outcome, problem ?? codeId],
    );

  test("what is there is changed, the same, or skipped as is wished; parents that nobody names are made", () => {
    expect(plan("RISKS: new\n  Japan\n  Asia")).toEqual([
      ["RISKS", "change", "r"],
      ["RISKS/Japan", "same", "j"],
      ["RISKS/Asia", "add", null],
    ]);
    expect(plan("Risks: new", { matches: "skip" })[0]?.[1]).toBe("skip");
    expect(plan("Japan", { under: "r" })).toEqual([["Japan", "same", "j"]]);
    const table = codesOfTable({ columns: [], rows: [["New > Below"]] }, ["path"]);
    expect(
      planCodes(table, options).map(({ path, line, parentKey }) => [path.join("/"), line, parentKey]),
    ).toEqual([
      ["New", null, null],
      ["New/Below", 1, 0],
    ]);
  });

  test("a line that cannot be taken says why, and takes those below it along", () => {
    expect(plan(`a > b\n  c\n${"x".repeat(201)}\nd\nd\n: e`).map((row) => [row[1], row[2]])).toEqual([
      ["refused", "separator"],
      ["refused", "above"],
      ["refused", "long"],
      ["add", null],
      ["refused", "twice"],
      ["add", null],
    ]);
    const uses = ["name", "colour", "key"] as const;
    const rows = [
      ["a", "blue?", ""],
      ["b", "", "xy"],
      ["", "", ""],
      ["c", "#fff", "r"],
    ];
    expect(
      planCodes(codesOfTable({ columns: [], rows }, uses), { ...options, known }).map(
        ({ problem, fields }) => problem ?? fields.map(({ field }) => field),
      ),
    ).toEqual([
      "colour",
      "key",
      "no_name",
      // Another code has the key, and keeps it.
      ["hue"],
    ]);
  });
});

test("colours are the nearest of the six", () => {
  expect([hueOf("#B4540A"), hueOf("0b6b8f"), hueOf("3"), hueOf("#c03060"), hueOf("red")]).toEqual([
    0,
    1,
    2,
    4,
    null,
  ]);
});
