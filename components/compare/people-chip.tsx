"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Popover } from "@/components/ui/popover";
import { type FilterChoices, groupsIn, withGroups } from "@/lib/schemas/compare";
import { useGroupWords } from "./use-group-words";

interface PeopleChipProps {
  attributes: FilterChoices["attributes"];
  chosen: readonly string[] | undefined;
  onChoose: (chosen: string[] | undefined) => void;
}

/** Whose talk is compared, by what is known of them: of one attribute any of the groups, of several all. */
export function PeopleChip({ attributes, chosen, onChoose }: PeopleChipProps) {
  const t = useTranslations("compare");
  const format = useFormatter();
  const words = useGroupWords(attributes, chosen);
  const tooMany = attributes.filter(({ groups }) => !groups).map(({ name }) => name);
  return (
    <Popover
      label={t("filter.people")}
      trigger={
        <Chip
          label={t("filter.people")}
          value={words.length > 0 ? words.join(", ") : undefined}
          onRemove={words.length > 0 ? () => onChoose(undefined) : undefined}
        />
      }
    >
      <div className="grid gap-4">
        {attributes.map(({ id, name, groups }) => {
          const keys = groupsIn(chosen, id);
          return (
            groups && (
              <fieldset key={id} className="grid gap-1.5">
                <legend className="mb-1.5 font-medium">{name}</legend>
                {groups.map(({ key, label, people }) => (
                  <Checkbox
                    key={key}
                    label={t("groupPeople", { group: label || t("notStated"), count: people })}
                    checked={keys.includes(key)}
                    onCheckedChange={(on) =>
                      onChoose(
                        withGroups(chosen, id, on === true ? [...keys, key] : keys.filter((k) => k !== key)),
                      )
                    }
                  />
                ))}
              </fieldset>
            )
          );
        })}
        {tooMany.length > 0 && (
          <p className="text-soft text-sm">{t("filter.tooMany", { attributes: format.list(tooMany) })}</p>
        )}
      </div>
    </Popover>
  );
}
