import { expect, test } from "vitest";
import { inputOf, knownPeople } from "@/components/people/table/to-input";
import { guessColumns, planPeople } from "@/lib/domain/people";
import { ImportPeople, type People } from "@/lib/schemas/people";

const id = () => crypto.randomUUID();
const [sectorId, personId, countryId] = [id(), id(), id()];
const people: People = {
  studyId: id(),
  may: { edit: true, seeNames: true, read: true, erase: true },
  sectors: [{ id: sectorId, name: "Media", interviewees: 1 }],
  attributes: [{ id: countryId, name: "Country", kind: "text", choices: [] }],
  interviewees: [
    {
      id: personId,
      number: 1,
      sectorId,
      position: "Editor",
      permission: "number",
      name: "Mori",
      values: { [countryId]: "Japan" },
    },
  ],
  interviews: [],
};

test("what is sent says what changes, what was seen before, and what is new", () => {
  const table = {
    columns: ["No", "Sector", "Position", "Country", "Born"],
    rows: [
      ["1", "", "Owner", "Korea", ""],
      ["2", "大学", "", "", "1970-01-01"],
      ["3", "大学", "", "", ""],
      ["4", "", "", "", ""],
      ["1", "", "", "", ""],
    ],
  };
  const limits = { number: 10, sector: 10, position: 10, name: 10 };
  const known = { people: knownPeople(people), attributes: people.attributes };
  const { attributes, rows } = inputOf(planPeople(table, guessColumns(table), known, limits));
  const born = attributes[0]?.id ?? "";
  expect(attributes).toEqual([{ id: born, name: "Born", kind: "date", choices: [] }]);
  expect(rows).toEqual([
    {
      id: personId,
      number: 1,
      sectorId: expect.any(String),
      base: { position: "Editor", values: { [countryId]: "Japan" } },
      wanted: { position: "Owner", values: { [countryId]: "Korea" } },
    },
    expect.objectContaining({
      number: 2,
      base: null,
      wanted: { sector: "大学", values: { [born]: "1970-01-01" } },
    }),
    expect.objectContaining({ number: 3, base: null, wanted: { sector: "大学", values: {} } }),
  ]);
  // Two of one new sector name the same row.
  expect(rows[1]?.sectorId).toBe(rows[2]?.sectorId);
  const input = { eventId: id(), studyId: people.studyId, attributes, rows };
  expect(ImportPeople.safeParse(input).error).toBeUndefined();
});
