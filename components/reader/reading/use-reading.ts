"use client";

import { useSyncExternalStore } from "react";
import { chooseReading, type Reading, readCookie, readReading } from "@/components/shell/preferences";

const USUAL = readReading(undefined);
const listeners = new Set<() => void>();
let current: Reading | null = null;

function now(): Reading {
  current ??= readReading(readCookie("reading"));
  return current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(change: Partial<Reading>): void {
  current = { ...now(), ...change };
  chooseReading(current);
  for (const listener of listeners) listener();
}

/** How transcripts are set in this browser, and the way to set them otherwise. */
export function useReading(): [Reading, (change: Partial<Reading>) => void] {
  return [useSyncExternalStore(subscribe, now, () => USUAL), choose];
}
