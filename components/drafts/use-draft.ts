"use client";

import { useEffect, useState } from "react";
import type { z } from "zod";
import { browserDrafts } from "./browser-drafts";
import { claim } from "./claim";
import { Keeper } from "./keeper";
import { openDraft } from "./open-draft";
import { soon } from "./soon";

export interface UsedDraft<Value> {
  found: { at: number; value: Value } | null;
  keeper: Keeper<Value>;
}

/**
 * The draft of a page, taken up from an earlier visit or begun; null until the browser has been asked.
 * `within` is the transcript that it is in, where the box does not say so. What is not written when the page is hidden or left is written then.
 */
export function useDraft<Value>(
  box: string,
  schema: z.ZodType<Value>,
  within?: string,
): UsedDraft<Value> | null {
  const [used, setUsed] = useState<UsedDraft<Value> | null>(null);
  useEffect(() => {
    const storage = browserDrafts();
    let left = false;
    let leave = () => {};
    const read = (value: unknown) => schema.safeParse(value).data ?? null;
    const freshId = () => crypto.randomUUID();
    void openDraft({ box, storage, claim, read, freshId, now: Date.now }).then(({ id, found, release }) => {
      if (left) return release();
      const keeper = new Keeper<Value>({ id, box, within, storage, now: Date.now, soon }, found !== null);
      const flush = () => void keeper.flush();
      window.addEventListener("pagehide", flush);
      document.addEventListener("visibilitychange", flush);
      leave = () => {
        window.removeEventListener("pagehide", flush);
        document.removeEventListener("visibilitychange", flush);
        void keeper.flush().finally(release);
      };
      setUsed({ found, keeper });
    });
    return () => {
      left = true;
      leave();
      setUsed(null);
    };
  }, [box, schema, within]);
  return used;
}
