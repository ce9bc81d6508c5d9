"use client";

import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { nextPaint } from "./model/next-paint";
import type { Painted } from "./model/painted";
import type { ReaderSession } from "./model/session";
import { shownIn } from "./model/shown";
import { useSignal } from "./model/signal";
import type { Coder } from "./model/store-terms";

const SessionContext = createContext<ReaderSession | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): ReaderSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("outside a reader");
  return session;
}

/** The number of the last change of any coding: renders whoever looks at all of them. */
export function useCodings(): number {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, store.version, store.version);
}

/**
 * The same, told once the change has been painted, and once for all changes until then: for what stands beside
 * the words coded and may come a moment after them, such as counts over the whole transcript.
 */
export function useCodingsOncePainted(): number {
  const { store } = useSession();
  const [version, setVersion] = useState(store.version);
  useEffect(() => {
    let waits = false;
    const tell = () => {
      waits = false;
      setVersion(store.version());
    };
    tell();
    return store.subscribe(() => {
      if (!waits) nextPaint().then(tell);
      waits = true;
    });
  }, [store]);
  return version;
}

/**
 * A value as it was when the page was last painted: what is shown by it comes with the frame after the one that
 * shows the words themselves, so that those need not wait.
 */
export function useOncePainted<T>(value: T): T {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    let passed = false;
    void nextPaint().then(() => {
      if (!passed) setPainted(() => value);
    });
    return () => {
      passed = true;
    };
  }, [value]);
  return painted;
}

/** Everybody whose codings there are, the person first. */
export function useCoders(): readonly Coder[] {
  const { store } = useSession();
  const read = useCallback(() => store.coders, [store]);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** The segments shown in one paragraph; renders only when those change. */
export function useRowSegments(row: number): readonly Painted[] {
  const { store, filter } = useSession();
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(row, listener), [store, row]);
  const read = useCallback(() => store.inRow(row), [store, row]);
  const segments = useSyncExternalStore(subscribe, read, read);
  return shownIn(segments, useSignal(filter));
}
