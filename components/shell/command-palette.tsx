"use client";

import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useAllCommands } from "./commands";
import { useLayer } from "./layers";
import { PaletteList } from "./palette-list";
import { paletteResults } from "./palette-results";

function Finder({ close }: { close: () => void }) {
  const t = useTranslations("shell.palette");
  const id = useId();
  const commands = useAllCommands();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const groups = useMemo(() => paletteResults(commands, query), [commands, query]);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(at, entries.length - 1)];

  const choose = (entry = active) => {
    if (!entry) return;
    close();
    entry.command.run();
  };
  const step = (by: number) =>
    setAt((now) => (Math.min(now, entries.length - 1) + by + entries.length) % entries.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || entries.length === 0) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter") choose();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="flex items-center gap-2.5 border-line border-b px-4">
        <Search aria-hidden className="size-4.5 shrink-0 text-faint" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active && `${id}-${active.command.id}`}
          aria-label={t("title")}
          placeholder={t("placeholder")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 w-full min-w-0 bg-transparent text-lg outline-none placeholder:text-faint"
        />
      </div>
      <PaletteList id={id} groups={groups} active={active} onChoose={choose} />
      <p role="status" className="sr-only">
        {t("results", { count: entries.length })}
      </p>
      {entries.length === 0 && <p className="px-4 pb-5 text-soft">{t("none")}</p>}
    </>
  );
}

/** Finds and does anything that is a command on the page: rooms, transcripts, codes, switches. */
export function CommandPalette() {
  const t = useTranslations("shell.palette");
  const layer = useLayer("palette");
  return (
    <Dialog.Root {...layer}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          data-modal
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[10vh] left-1/2 z-40 flex max-h-[70dvh] w-[calc(100vw-2rem)] max-w-xl animate-enter flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-float"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Finder close={() => layer.onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
