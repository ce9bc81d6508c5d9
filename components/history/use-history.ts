"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { HistoryPage, type HistoryRow } from "@/lib/schemas/history";

interface State {
  address: string;
  rows: HistoryRow[];
  /** Where to go on; null at the end, undefined before the first page is here. */
  next: number | null | undefined;
  failed: boolean;
}

const none = (address: string): State => ({ address, rows: [], next: undefined, failed: false });

/** The events of an address, page by page as they are asked for. */
export function useHistory(address: string, first: HistoryPage | null) {
  const [state, setState] = useState<State>(() => ({ ...none(address), ...first }));
  const current = state.address === address ? state : none(address);
  const running = useRef<AbortController | null>(null);

  const load = useCallback(
    async (before: number | undefined) => {
      running.current?.abort();
      const gone = new AbortController();
      running.current = gone;
      try {
        const asked = `${address}${address.includes("?") ? "&" : "?"}${before === undefined ? "" : `before=${before}`}`;
        const response = await fetch(asked, { signal: gone.signal });
        if (!response.ok) throw new Error(`the history answered ${response.status}`);
        const page = HistoryPage.parse(await response.json());
        setState((was) => ({
          address,
          rows: before !== undefined && was.address === address ? [...was.rows, ...page.rows] : page.rows,
          next: page.next,
          failed: false,
        }));
      } catch {
        if (!gone.signal.aborted)
          setState((was) => ({ ...(was.address === address ? was : none(address)), failed: true }));
      } finally {
        if (running.current === gone) running.current = null;
      }
    },
    [address],
  );

  const fresh = current.next === undefined && !current.failed;
  useEffect(() => {
    if (fresh) void load(undefined);
    return () => running.current?.abort();
  }, [fresh, load]);

  const { next, failed } = current;
  const more = useCallback(() => {
    if (!running.current && !failed && next) void load(next);
  }, [failed, next, load]);
  /** From the beginning, such as after something was taken back. */
  const again = useCallback(() => void load(undefined), [load]);
  return { ...current, more, again };
}
