"use client";

import { useEffect } from "react";
import { signal, useSelected } from "@/components/ui/signal";

/** Something that one can do here: found in the palette, and done by its keys where it has some. */
export interface Command {
  /** Unique on the page. */
  id: string;
  label: string;
  /** Heading under which the palette and the sheet of shortcuts list it. */
  group: string;
  /** "mod+k", "?", or "g c" for one key after the other. */
  keys?: string;
  /** More words to find it by. */
  keywords?: string;
  /** The colour of a code, shown beside its name. */
  hue?: number;
  run: () => void;
  /** Its keys work while one types, too; only for those with mod, and for function keys. */
  inFields?: boolean;
  /** For the keys alone: listed among the shortcuts, not in the palette. */
  keysOnly?: boolean;
  /** Its keys are its own only where no other command has them, nor begins with them; held down they count once. */
  givesWay?: boolean;
  /** Its keys are answered where they are pressed: listed among the shortcuts, and nothing else. */
  listedOnly?: boolean;
}

/** Commands of the frame give way to those of the page, should both have the same keys. */
type Level = "frame" | "page";

interface Offer {
  level: Level;
  commands: readonly Command[];
  /** Whether more are on their way. */
  coming: boolean;
}

interface Offered {
  offers: readonly Offer[];
  /** Of all of them; those of the page come last. */
  commands: readonly Command[];
}

const offered = signal<Offered>({ offers: [], commands: [] });

function change(next: (offers: readonly Offer[]) => readonly Offer[]): void {
  const offers = next(offered.get().offers);
  const of = (level: Level) => offers.filter((offer) => offer.level === level);
  offered.set({ offers, commands: [...of("frame"), ...of("page")].flatMap(({ commands }) => commands) });
}

/** Every command there is at the moment; those of the page come last. */
export function currentCommands(): readonly Command[] {
  return offered.get().commands;
}

/** Offers commands for as long as the component is on the page. Memoise the list. */
export function useCommands(commands: readonly Command[], level: Level = "page", more = false): void {
  useEffect(() => {
    const offer = { level, commands, coming: more };
    change((offers) => [...offers, offer]);
    return () => change((offers) => offers.filter((other) => other !== offer));
  }, [commands, level, more]);
}

/** The same, kept up to date. */
export function useAllCommands(): readonly Command[] {
  return useSelected(offered, ({ commands }) => commands);
}

/** Whether more commands are on their way; false as soon as they are among the others. */
export function useMoreComing(): boolean {
  return useSelected(offered, ({ offers }) => offers.some((offer) => offer.coming));
}
