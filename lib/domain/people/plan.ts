import { type AttributeKind, type CanonicalValue, canonicalValue } from "./attribute";
import type { ColumnChoice, PeopleTable } from "./columns";

export interface KnownAttribute {
  id: string;
  name: string;
  kind: AttributeKind;
  choices: readonly string[];
}

export interface KnownPerson {
  id: string;
  number: number;
  sector: string;
  position: string;
  /** Null for those who may not see names. */
  name: string | null;
  /** By the attribute's id. */
  values: Readonly<Record<string, string>>;
}

/** An attribute that the table has a column for; `id` is null where it will be made. */
export interface PlannedAttribute extends Omit<KnownAttribute, "id"> {
  id: string | null;
  column: number;
}

export type RowProblem =
  | "no_number"
  | "number_wrong"
  | "twice"
  | "no_sector"
  | "too_long"
  | Extract<CanonicalValue, { ok: false }>["problem"];

/** A field that a row sets; `from` is what it holds now, blank for somebody new. */
export interface PlannedField {
  field: "sector" | "position" | "name" | "attribute";
  /** Index into the plan's attributes. */
  attribute: number | null;
  from: string;
  to: string;
}

export interface PlannedRow {
  /** Index into the table's rows. */
  row: number;
  outcome: "add" | "change" | "same" | "refused";
  number: number | null;
  /** Who has the number now. */
  personId: string | null;
  /** What changes; for somebody new, what is known. */
  fields: PlannedField[];
  /** Why it is refused, with the heading of the column and what stands there. */
  problem: { problem: RowProblem; heading: string; value: string } | null;
}

export interface PeoplePlan {
  attributes: PlannedAttribute[];
  rows: PlannedRow[];
}

export interface PlanLimits {
  number: number;
  sector: number;
  position: number;
  name: number;
}

/**
 * What a table would do to the people of a study, row by row. People are recognised by their number. An empty
 * cell changes nothing. Attributes are recognised by their name, and keep their kind; a new choice may be each
 * value of its column.
 */
export function planPeople(
  table: PeopleTable,
  choices: readonly ColumnChoice[],
  known: { people: readonly KnownPerson[]; attributes: readonly KnownAttribute[] },
  limits: PlanLimits,
): PeoplePlan {
  const attributes = attributesOf(table, choices, known.attributes);
  const byNumber = new Map(known.people.map((person) => [person.number, person]));
  const columnOf = (use: ColumnChoice["use"]) => choices.findIndex((choice) => choice.use === use);
  const columns = {
    number: columnOf("number"),
    sector: columnOf("sector"),
    position: columnOf("position"),
    name: columnOf("name"),
  };
  const seen = new Set<number>();
  const rows = table.rows.map((cells, row): PlannedRow => {
    const cell = (column: number) => (cells[column] ?? "").replace(/\s+/gu, " ").trim();
    const refuse = (problem: RowProblem, column: number, number: number | null = null): PlannedRow => ({
      row,
      outcome: "refused",
      number,
      personId: null,
      fields: [],
      problem: { problem, heading: table.columns[column] ?? "", value: cell(column) },
    });
    if (cell(columns.number) === "") return refuse("no_number", columns.number);
    const written = canonicalValue({ kind: "number", choices: [] }, cell(columns.number));
    const number = written.ok ? Number(written.value) : 0;
    if (!Number.isInteger(number) || number < 1 || number > limits.number)
      return refuse("number_wrong", columns.number);
    if (seen.has(number)) return refuse("twice", columns.number, number);
    seen.add(number);

    const person = byNumber.get(number);
    const fields: PlannedField[] = [];
    for (const field of ["sector", "position", "name"] as const) {
      const to = cell(columns[field]);
      if (to.length > limits[field]) return refuse("too_long", columns[field], number);
      if (to !== "" && to !== person?.[field])
        fields.push({ field, attribute: null, from: person?.[field] ?? "", to });
    }
    if (!person && !fields.some(({ field }) => field === "sector"))
      return refuse("no_sector", columns.sector, number);
    for (const [index, attribute] of attributes.entries()) {
      const value = canonicalValue(attribute, cell(attribute.column));
      if (!value.ok) return refuse(value.problem, attribute.column, number);
      const from = (attribute.id && person?.values[attribute.id]) || "";
      if (value.value !== "" && value.value !== from)
        fields.push({ field: "attribute", attribute: index, from, to: value.value });
    }
    const outcome = !person ? "add" : fields.length > 0 ? "change" : "same";
    return { row, outcome, number, personId: person?.id ?? null, fields, problem: null };
  });
  return { attributes, rows };
}

function attributesOf(
  { columns, rows }: PeopleTable,
  choices: readonly ColumnChoice[],
  known: readonly KnownAttribute[],
): PlannedAttribute[] {
  const byName = new Map(known.map((attribute) => [fold(attribute.name), attribute]));
  const attributes: PlannedAttribute[] = [];
  choices.forEach(({ use, kind }, column) => {
    if (use !== "attribute" && use !== "file") return;
    const name = (columns[column] ?? "").replace(/\s+/gu, " ").trim();
    // A heading that comes twice is one attribute; its first column counts.
    if (attributes.some((attribute) => fold(attribute.name) === fold(name))) return;
    const there = byName.get(fold(name));
    if (there) attributes.push({ ...there, column });
    else
      attributes.push({
        id: null,
        name,
        kind,
        choices: kind === "choice" ? distinct(rows, column) : [],
        column,
      });
  });
  return attributes;
}

const fold = (name: string) => name.normalize("NFKC").toLowerCase();

function distinct(rows: readonly (readonly string[])[], column: number): string[] {
  const values = new Map<string, string>();
  for (const row of rows) {
    const value = (row[column] ?? "").replace(/\s+/gu, " ").trim();
    if (value !== "" && !values.has(fold(value))) values.set(fold(value), value);
  }
  return [...values.values()];
}
