"use client";

import { useEffect } from "react";
import { soon } from "@/components/drafts/soon";
import { findErased } from "@/lib/server/erasure/actions";

/** Ids that are asked after at once. */
const MOST = 1_000;

/**
 * Once a visit, whichever page it begins with, drops what this browser keeps of transcripts that were erased since. A
 * browser that keeps nothing asks nothing.
 */
export function useForgetErased(): void {
  useEffect(() => soon(() => void forgetErased().catch(() => undefined)), []);
}

/** Drops what this browser keeps of transcripts that were erased since. */
export async function forgetErased(): Promise<void> {
  if (typeof indexedDB === "undefined") return;
  const { dropKept, keptIds } = await import("./kept");
  const ids = (await keptIds()).slice(0, MOST);
  if (ids.length === 0) return;
  const answer = await findErased({ ids });
  if (answer.ok) for (const id of answer.value) await dropKept(id);
}
