import type { KnownPerson, PeoplePlan, PlannedRow } from "@/lib/domain/people";
import type { People, TableRow } from "@/lib/schemas/people";

/** The people of the study as a plan compares them with a table. */
export function knownPeople({ interviewees, sectors }: People): KnownPerson[] {
  const names = new Map(sectors.map(({ id, name }) => [id, name]));
  return interviewees.map(({ sectorId, ...person }) => ({ ...person, sector: names.get(sectorId) ?? "" }));
}

/** What a plan stores: the new attributes, and each row that adds or changes somebody with what was seen before. */
export function inputOf(plan: PeoplePlan) {
  const ids = plan.attributes.map(({ id }) => id ?? crypto.randomUUID());
  const attributes = plan.attributes.flatMap(({ id, name, kind, choices }, index) =>
    id === null ? [{ id: ids[index] ?? "", name, kind, choices: [...choices] }] : [],
  );
  const sectorIds = new Map<string, string>();
  const rows = plan.rows
    .filter(({ outcome }) => outcome === "add" || outcome === "change")
    .map((row): TableRow => {
      const wanted = fieldsOf(row, ids, "to");
      const sector = wanted.sector ?? "";
      if (!sectorIds.has(sector)) sectorIds.set(sector, crypto.randomUUID());
      return {
        id: row.personId ?? crypto.randomUUID(),
        number: row.number ?? 0,
        sectorId: sectorIds.get(sector) ?? "",
        base: row.outcome === "add" ? null : fieldsOf(row, ids, "from"),
        wanted,
      };
    });
  return { attributes, rows };
}

function fieldsOf({ fields }: PlannedRow, ids: readonly string[], side: "from" | "to"): TableRow["wanted"] {
  const values: Record<string, string> = {};
  const given: TableRow["wanted"] = { values };
  for (const field of fields) {
    if (field.field === "attribute") values[ids[field.attribute ?? -1] ?? ""] = field[side];
    else given[field.field] = field[side];
  }
  return given;
}
