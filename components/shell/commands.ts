"use client";

import { useEffect, useSyncExternalStore } from "react";

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
  /** Its keys are answered where they are pressed: listed among the shortcuts, and nothing else. */
  listedOnly?: boolean;
}

const NONE: readonly Command[] = [];
/** Commands of the frame give way to those of the page, should both have the same keys. */
type Level = "frame" | "page";

interface Offer {
  level: Level;
  commands: readonly Command[];
  /** Whether more are on their way. */
  coming: boolean;
}

let offers: readonly Offer[] = [];
let all: readonly Command[] = NONE;
let coming = false;
const listeners = new Set<() => void>();

function set(next: readonly Offer[]): void {
  offers = next;
  const of = (level: Level) => next.filter((offer) => offer.level === level);
  all = [...of("frame"), ...of("page")].flatMap(({ commands }) => commands);
  coming = next.some((offer) => offer.coming);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every command there is at the moment; those of the page come last. */
export function currentCommands(): readonly Command[] {
  return all;
}

/** Offers commands for as long as the component is on the page. Memoise the list. */
export function useCommands(commands: readonly Command[], level: Level = "page", more = false): void {
  useEffect(() => {
    const offer = { level, commands, coming: more };
    set([...offers, offer]);
    return () => set(offers.filter((other) => other !== offer));
  }, [commands, level, more]);
}

/** The same, kept up to date. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, currentCommands, () => NONE);
}

/** Whether more commands are on their way; false as soon as they are among the others. */
export function useMoreComing(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => coming,
    () => false,
  );
}
