import "server-only";
import { performance } from "node:perf_hooks";
import type { StudyScope } from "@/lib/access/scope";
import { type SearchFrame, searchFrame } from "../data/texts";
import { foldText } from "./fold-text";

/** How long a search waits for texts to be made ready, in milliseconds: some ten transcripts. */
const PATIENCE = 1_000;

/** Studies whose texts this server is making ready. */
const underWay = new Map<string, Promise<void>>();

/**
 * What can be searched. Texts that came or were corrected since the last search are made ready first; where
 * that takes longer than a moment, it goes on by itself, and they are in the frame as not ready.
 */
export async function preparedFrame(scope: StudyScope, patience = PATIENCE): Promise<SearchFrame> {
  const frame = await searchFrame(scope);
  const missing = frame.texts.filter(({ ready }) => !ready).map(({ versionId }) => versionId);
  if (missing.length === 0) return frame;
  const { studyId } = scope;
  const work = underWay.get(studyId) ?? prepare(missing).finally(() => underWay.delete(studyId));
  underWay.set(studyId, work);
  const begun = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work, enough]).finally(() => clearTimeout(timer));
  const left = patience - (performance.now() - begun);
  const again = await searchFrame(scope);
  // Another may have been at it for a while already, and not know of the latest.
  return again.texts.every(({ ready }) => ready) || left <= 0 ? again : preparedFrame(scope, left);
}

async function prepare(versionIds: readonly string[]): Promise<void> {
  for (const versionId of versionIds) await foldText(versionId);
}
