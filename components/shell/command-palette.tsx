"use client";

import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { LayerContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { useAllCommands, useMoreComing } from "./commands";
import { useLayer } from "./layers";
import { PaletteList } from "./palette-list";
import { beginsWord, paletteResults } from "./palette-results";
import { askForNames, useKnownNames } from "./study-names";

function Finder({ close }: { close: () => void }) {
  const t = useTranslations("shell.palette");
  const id = useId();
  const commands = useAllCommands();
  const coming = useMoreComing();
  const [query, setQuery] = useState("");
  /** The command gone to by key, by its id: others may come between while names are fetched. */
  const [at, setAt] = useState<string | null>(null);
  const [awaited, setAwaited] = useState(false);
  // Thousands of names take a moment to look through: what is typed appears without waiting for that.
  const searched = useDeferredValue(query);
  const groups = useMemo(() => paletteResults(commands, searched), [commands, searched]);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries.find(({ command }) => command.id === at) ?? entries[0];

  const choose = (entry = active) => {
    if (!entry) return;
    close();
    entry.command.run();
  };
  const step = (by: number) => {
    const from = active ? entries.indexOf(active) : 0;
    setAt(entries[(from + by + entries.length) % entries.length]?.command.id ?? null);
  };
  // Enter that comes before the names do is for the best of all, unless what is here is plainly meant.
  const enter = () => {
    const meant = query.trim() === "" || at !== null || beginsWord(active);
    if (searched !== query || (coming && !meant)) setAwaited(true);
    else choose();
  };
  useEffect(() => {
    if (!awaited || coming || searched !== query) return;
    setAwaited(false);
    choose();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") enter();
    else if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
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
            setAt(null);
            setAwaited(false);
          }}
          onKeyDown={onKeyDown}
          className="h-12 w-full min-w-0 bg-transparent text-lg outline-none placeholder:text-faint"
        />
      </div>
      <PaletteList id={id} groups={groups} active={active} onChoose={choose} />
      <p role="status" className="sr-only">
        {coming ? t("coming") : t("results", { count: entries.length })}
      </p>
      {entries.length === 0 && !coming && <p className="px-4 pb-5 text-soft">{t("none")}</p>}
      <NamesState />
    </>
  );
}

/** While the study's names are on their way, and where they did not come. */
function NamesState() {
  const t = useTranslations("shell.palette");
  const common = useTranslations("common");
  const { studyId, stage } = useKnownNames();
  if (stage === "here" || studyId === null) return null;
  if (stage === "coming")
    return (
      <p aria-hidden className="flex items-center gap-2 border-line border-t px-4 py-2.5 text-soft text-sm">
        <Spinner />
        {t("coming")}
      </p>
    );
  return (
    <div role="alert" className="flex items-center gap-3 border-line border-t px-4 py-2 text-soft text-sm">
      <span className="min-w-0 flex-1">{t("failed")}</span>
      <Button size="sm" onClick={() => askForNames(studyId)}>
        {common("retry")}
      </Button>
    </div>
  );
}

/** Finds and does anything that is a command on the page: rooms, transcripts, codes, switches. */
export function CommandPalette() {
  const t = useTranslations("shell.palette");
  const layer = useLayer("palette");
  return (
    <Dialog.Root {...layer}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-scrim" />
        <LayerContent
          data-modal
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[10vh] left-1/2 z-50 flex max-h-[70dvh] w-[calc(100vw-2rem)] max-w-xl animate-enter flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-float"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Finder close={() => layer.onOpenChange(false)} />
        </LayerContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
