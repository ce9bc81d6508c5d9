"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { CodeSwatch } from "@/components/ui/code-swatch";
import { Kbd } from "@/components/ui/kbd";
import { Marked } from "@/components/ui/marked";
import type { PaletteEntry, PaletteGroup } from "./palette-results";

interface PaletteListProps {
  id: string;
  groups: readonly PaletteGroup[];
  active: PaletteEntry | undefined;
  onChoose: (entry: PaletteEntry) => void;
}

function Option({
  id,
  entry,
  selected,
  onChoose,
}: {
  id: string;
  entry: PaletteEntry;
  selected: boolean;
  onChoose: () => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const { command, ranges } = entry;
  const name = <Marked text={command.label} ranges={ranges} />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox, which keeps the focus.
    <div
      ref={ref}
      id={`${id}-${command.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onClick={onChoose}
      className="flex min-h-9 items-center justify-between gap-3 rounded-md px-2.5 py-1 aria-selected:bg-accent-tint hover:bg-ink/4"
    >
      {command.hue === undefined ? (
        <span className="min-w-0">{name}</span>
      ) : (
        <CodeSwatch hue={command.hue} name={name} />
      )}
      {command.keys && <Kbd keys={command.keys} />}
    </div>
  );
}

export function PaletteList({ id, groups, active, onChoose }: PaletteListProps) {
  const t = useTranslations("shell.palette");
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t("title")} className="min-h-0 overflow-y-auto p-2">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand inside a listbox.
        <div key={group.name} role="group" aria-label={group.name}>
          <div aria-hidden className="caption px-2.5 pt-2 pb-1">
            {group.name}
          </div>
          {group.entries.map((entry) => (
            <Option
              key={entry.command.id}
              id={id}
              entry={entry}
              selected={entry === active}
              onChoose={() => onChoose(entry)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
