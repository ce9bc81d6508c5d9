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
  /** Its keys work while one types, too; only for those with mod. */
  inFields?: boolean;
  /** For the keys alone: listed among the shortcuts, not in the palette. */
  keysOnly?: boolean;
}

const NONE: readonly Command[] = [];
let lists: readonly (readonly Command[])[] = [];
let all: readonly Command[] = NONE;
const listeners = new Set<() => void>();

function set(next: readonly (readonly Command[])[]): void {
  lists = next;
  all = next.flat();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every command on the page; later ones, which belong to inner parts of the page, come last. */
export function currentCommands(): readonly Command[] {
  return all;
}

/** Offers commands for as long as the component is on the page. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    set([...lists, commands]);
    return () => set(lists.filter((list) => list !== commands));
  }, [commands]);
}

/** Every command on the page, kept up to date. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, currentCommands, () => NONE);
}
