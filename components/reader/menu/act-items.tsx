"use client";

import { MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { type ActName, KEYS } from "../keys";
import { useActs } from "../use-acts";

/** What can be done with one's own segment, in groups. */
export const OWN: readonly (readonly ActName[])[] = [
  ["recode", "split", "merge"],
  ["startLeft", "startRight", "endLeft", "endRight"],
];
/** What can be done at any segment. */
export const AT_SEGMENT: readonly ActName[] = ["here", "nextHere", "nextOfCode", "nextOfCoder"];

interface ActItemsProps {
  groups: readonly (readonly ActName[])[];
  /** Other words for some of them. */
  labels?: Partial<Record<ActName, string>>;
}

/** Items of a menu, each with its key; groups are parted by a line. */
export function ActItems({ groups, labels }: ActItemsProps) {
  const acts = useActs();
  const filled = groups.filter((group) => group.length > 0);
  return filled.map((group, index) => (
    <div key={group.join()} className="contents">
      {index > 0 && <MenuSeparator />}
      {group.map((name) => (
        // At once: the menu leaves the focus to what is opened, and what the person does next comes after it.
        <MenuItem key={name} keys={KEYS[name][0]} danger={name === "remove"} onSelect={acts[name].run}>
          {labels?.[name] ?? acts[name].label}
        </MenuItem>
      ))}
    </div>
  ));
}
