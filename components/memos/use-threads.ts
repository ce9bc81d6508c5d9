"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useChanges } from "@/components/live/use-changes";
import { MemoPage } from "@/lib/schemas/memos";
import { MEMOS } from "./topics";

interface State {
  address: string;
  /** Null before the first page is here. */
  page: MemoPage | null;
  failed: boolean;
}

/** Most threads that one answer holds. */
const MOST = 100;

/**
 * The threads of an address, page by page as they are asked for. After a change, by oneself or by others, they are
 * read anew, as far as they were shown, and stay on the page meanwhile.
 */
export function useThreads(address: string, first: MemoPage | null = null) {
  const [state, setState] = useState<State>({ address, page: first, failed: false });
  const current = state.address === address ? state : { address, page: null, failed: false };
  const running = useRef<AbortController | null>(null);

  const load = useCallback(
    async (before: MemoPage | null, question: Record<string, string>) => {
      running.current?.abort();
      const gone = new AbortController();
      running.current = gone;
      const keep = question.after !== undefined;
      try {
        const asked = `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams(question)}`;
        const response = await fetch(asked, { signal: gone.signal });
        if (!response.ok) throw new Error(`the memos answered ${response.status}`);
        const { threads, links, next } = MemoPage.parse(await response.json());
        const page = {
          threads: keep && before ? [...before.threads, ...threads] : threads,
          links: { ...before?.links, ...links },
          next,
        };
        setState({ address, page, failed: false });
      } catch {
        if (!gone.signal.aborted) setState({ address, page: before, failed: true });
      }
    },
    [address],
  );

  const fresh = current.page === null && !current.failed;
  useEffect(() => {
    if (fresh) void load(null, {});
    return () => running.current?.abort();
  }, [fresh, load]);

  const { page } = current;
  const more = () => page?.next && void load(page, { after: page.next });
  const again = () =>
    void load(page, page ? { limit: String(Math.min(MOST, Math.max(30, page.threads.length + 1))) } : {});
  useChanges(MEMOS, again);
  return { page, failed: current.failed, more, again };
}
