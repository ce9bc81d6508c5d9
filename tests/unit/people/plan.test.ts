import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  guessColumns,
  type KnownAttribute,
  type KnownPerson,
  type PeoplePlan,
  type PeopleTable,
  planPeople,
} from "@/lib/domain/people";

const limits = { number: 100_000, sector: 120, position: 300, name: 200 };
const country: KnownAttribute = {
  id: "country",
  name: "Country",
  kind: "choice",
  choices: ["Japan", "Korea"],
};
const mori: KnownPerson = {
  id: "mori",
  number: 4,
  sector: "Media",
  position: "Editor",
  name: "Mori",
  values: { country: "Japan" },
};
const known = { people: [mori], attributes: [country] };

const plan = (table: PeopleTable, from = known) => planPeople(table, guessColumns(table), from, limits);
const outcomes = ({ rows }: PeoplePlan) =>
  rows.map(({ outcome, problem }) =>
    problem ? `${outcome} ${problem.problem} ${problem.heading}` : outcome,
  );

describe("columns", () => {
  test("are known by their headings in both languages, each use once", () => {
    const uses = (...columns: string[]) =>
      guessColumns({ columns, rows: [columns.map(() => "x")] }).map(({ use }) => use);
    expect(uses("No.", "Sector", "Position", "Full name", "File name", "Age")).toEqual([
      ...["number", "sector", "position", "name", "file", "attribute"],
    ]);
    expect(uses("番号", "部門", "役職", "氏名", "ファイル名", "国")).toEqual([
      ...["number", "sector", "position", "name", "file", "attribute"],
    ]);
    expect(uses("Number", "ID")).toEqual(["number", "attribute"]);
    expect(guessColumns({ columns: ["A"], rows: [[" "]] })).toEqual([{ use: "none", kind: "text" }]);
  });
});

describe("what a table would do", () => {
  const columns = ["No", "Sector", "Position", "Name", "Country", "Born"];

  test("adds, changes, leaves and refuses, row by row", () => {
    const done = plan({
      columns,
      rows: [
        ["4", "Media", "Editor", "Mori", "japan", ""],
        ["５", "NGO", "Chair", "", "Korea", "1960-01-31"],
        ["4", "Media", "", "", "", ""],
        ["", "NGO", "", "", "", ""],
        ["six", "NGO", "", "", "", ""],
        ["7", "", "Chair", "", "", ""],
        ["8", "NGO", "", "", "France", ""],
        ["9", "NGO", "x".repeat(301), "", "", ""],
        ["0", "NGO", "", "", "", ""],
      ],
    });
    expect(outcomes(done)).toEqual([
      "same",
      "add",
      "refused twice No",
      "refused no_number No",
      "refused number_wrong No",
      "refused no_sector Sector",
      "refused not_a_choice Country",
      "refused too_long Position",
      "refused number_wrong No",
    ]);
    expect(done.attributes).toEqual([
      { ...country, column: 4 },
      { id: null, name: "Born", kind: "date", choices: [], column: 5 },
    ]);
    expect(done.rows[1]?.fields).toEqual([
      { field: "sector", attribute: null, from: "", to: "NGO" },
      { field: "position", attribute: null, from: "", to: "Chair" },
      { field: "attribute", attribute: 0, from: "", to: "Korea" },
      { field: "attribute", attribute: 1, from: "", to: "1960-01-31" },
    ]);
  });

  test("an empty cell changes nothing, a full one says what it was", () => {
    const done = plan({ columns, rows: [["4", "", "Owner", "", "Korea", ""]] });
    expect(done.rows[0]).toMatchObject({
      outcome: "change",
      personId: "mori",
      fields: [
        { field: "position", from: "Editor", to: "Owner" },
        { field: "attribute", attribute: 0, from: "Japan", to: "Korea" },
      ],
    });
  });

  test("a new choice is between the values of its column", () => {
    const rows = ["A", "b", "B", "a", "a"].map((value, index) => [String(index + 10), "NGO", value]);
    const done = plan({ columns: ["No", "Sector", "Side"], rows });
    expect(done.attributes).toEqual([
      { id: null, name: "Side", kind: "choice", choices: ["A", "b"], column: 2 },
    ]);
    expect(done.rows[2]?.fields.at(-1)?.to).toBe("b");
  });

  test("law: after what a plan says was done, the same table changes nothing", () => {
    const cell = fc.constantFrom("", "x", "安全 🍊", "Japan", "3");
    const row = fc.tuple(
      fc.integer({ min: 1, max: 9 }).map(String),
      fc.constantFrom("NGO", "Media", ""),
      cell,
      cell,
      fc.constantFrom("", "Japan", "korea"),
      cell,
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const table = { columns, rows };
        const first = plan(table);
        const again = plan(table, carriedOut(first));
        const kept = (each: PeoplePlan) =>
          each.rows.filter(({ outcome }) => outcome !== "refused").map(({ row: at }) => at);
        expect(kept(again)).toEqual(kept(first));
        expect(again.rows.filter(({ outcome }) => outcome === "add" || outcome === "change")).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The people and attributes as they would be. */
function carriedOut({ attributes, rows }: PeoplePlan): {
  people: KnownPerson[];
  attributes: KnownAttribute[];
} {
  const made = attributes.map(({ column: _, ...attribute }, index) => ({
    ...attribute,
    id: attribute.id ?? `new${index}`,
  }));
  const people = new Map(known.people.map((person) => [person.number, person]));
  for (const { number, outcome, fields } of rows) {
    if (outcome === "refused" || number === null) continue;
    const empty: KnownPerson = { id: `#${number}`, number, sector: "", position: "", name: "", values: {} };
    let person = people.get(number) ?? empty;
    for (const { field, attribute, to } of fields) {
      const id = made[attribute ?? -1]?.id;
      person =
        field === "attribute" && id
          ? { ...person, values: { ...person.values, [id]: to } }
          : { ...person, [field]: to };
    }
    people.set(number, person);
  }
  return { people: [...people.values()], attributes: made };
}
