import type { PlannedCode, PlannedField } from "@/lib/domain/codebook";
import { type CodeRow, type ImportedFields, MEANING, type NewCode } from "@/lib/schemas/codebook";

/** What a plan stores: new codes, parents first, and the fields that change, with what was seen of them. */
export function inputOf(plan: readonly PlannedCode[], codes: readonly CodeRow[]) {
  const ids = plan.map(({ codeId }) => codeId ?? crypto.randomUUID());
  const byId = new Map(codes.map((code) => [code.id, code]));
  const add = plan
    .filter(({ outcome }) => outcome === "add")
    .map(
      (row): NewCode => ({
        ...valuesOf(row, "to"),
        id: ids[row.key] ?? "",
        parentId: row.parentKey === null ? row.parentId : (ids[row.parentKey] ?? null),
        name: row.path.at(-1) ?? "",
        hue: row.hue,
      }),
    );
  const change = plan
    .filter(({ outcome }) => outcome === "change")
    .map((row) => {
      const code = byId.get(row.codeId ?? "");
      const wanted = valuesOf(row, "to");
      const seen = Object.keys(wanted).map((field) => [field, code?.[field as PlannedField]]);
      return { codeId: row.codeId ?? "", base: Object.fromEntries(seen) as ImportedFields, wanted };
    });
  return { add, change };
}

function valuesOf({ fields }: PlannedCode, side: "from" | "to"): ImportedFields {
  const values = fields.map((field) => [
    field.field,
    field.field === "hue" ? Number(field[side]) : field[side],
  ]);
  return Object.fromEntries(values);
}

/** Whether a code that is there comes to mean something else, which needs its reason. */
export function changesMeaning(plan: readonly PlannedCode[]): boolean {
  const meaning: readonly string[] = MEANING;
  return plan.some(
    ({ outcome, fields }) => outcome === "change" && fields.some(({ field }) => meaning.includes(field)),
  );
}
