"use client";

import { useFormatter, useTranslations } from "use-intl";
import { type FilterChoices, groupsIn } from "@/lib/schemas/compare";

/** The groups that are chosen, in words: for each attribute, any of which. A group that nobody is in any more goes by its key. */
export function useGroupWords(
  attributes: FilterChoices["attributes"],
  chosen: readonly string[] | undefined,
): string[] {
  const t = useTranslations("compare");
  const format = useFormatter();
  return attributes.flatMap(({ id, name, groups }) => {
    const keys = groupsIn(chosen, id);
    if (keys.length === 0) return [];
    const labels = keys.map((key) => {
      const known = groups?.find((group) => group.key === key);
      return known ? known.label || t("notStated") : key;
    });
    return [t("group", { attribute: name, group: format.list(labels, { type: "disjunction" }) })];
  });
}
