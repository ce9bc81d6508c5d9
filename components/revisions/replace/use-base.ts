"use client";

import { useEffect, useState } from "react";
import type { Base } from "@/components/imports/model/comparing";
import type { ErrorCode } from "@/lib/access/errors";
import { CodingsPayload } from "@/lib/schemas/coding";
import type { TranscriptText } from "@/lib/schemas/transcripts";
import { loadVersion } from "../model/load-version";
import { fetchOriginals } from "../redact/originals";

/** The current text of a transcript, and what points into it. */
export interface CurrentText {
  text: TranscriptText;
  codings: CodingsPayload;
  base: Base;
}

type Loaded = { ok: true; value: CurrentText } | { ok: false; code: ErrorCode };

/** How often the parts are fetched anew where a version came between them. */
const TRIES = 3;

/** The current text; null while it is fetched. `retry` fetches it anew. */
export function useBase(transcriptId: string, maySeeOriginals: boolean) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew.
  useEffect(() => {
    const abort = new AbortController();
    setLoaded(null);
    load(transcriptId, maySeeOriginals, abort.signal).then(setLoaded, () => undefined);
    return () => abort.abort();
  }, [transcriptId, maySeeOriginals, attempt]);
  return { loaded, retry: () => setAttempt((now) => now + 1) };
}

async function load(transcriptId: string, maySeeOriginals: boolean, signal: AbortSignal): Promise<Loaded> {
  for (let left = TRIES; left > 0; left -= 1) {
    const text = await loadVersion(transcriptId, null, signal);
    if (!text.ok) return text;
    const { value } = text;
    const hidden = maySeeOriginals && value.redactions.length > 0;
    const [codings, originals] = await Promise.all([
      fetchCodings(transcriptId, signal),
      hidden ? fetchOriginals(transcriptId, signal) : null,
    ]);
    signal.throwIfAborted();
    if (!codings || (hidden && !originals)) break;
    const one = codings.versionId === value.versionId;
    if (one && (!originals || originals.versionId === value.versionId))
      return { ok: true, value: { text: value, codings, base: baseOf(value, codings, originals) } };
  }
  return { ok: false, code: "unavailable" };
}

async function fetchCodings(transcriptId: string, signal: AbortSignal): Promise<CodingsPayload | null> {
  try {
    const response = await fetch(`/api/transcripts/${transcriptId}/codings`, { signal });
    return response.ok ? CodingsPayload.parse(await response.json()) : null;
  } catch {
    return null;
  }
}

function baseOf(
  { text, turns, speakers }: TranscriptText,
  { segments }: CodingsPayload,
  originals: Awaited<ReturnType<typeof fetchOriginals>>,
): Base {
  return {
    text,
    redactions: (originals?.originals ?? []).map(([start, end, original]) => ({ start, end, original })),
    turns: turns.map(([, bodyStart, end, speaker]) => ({
      bodyStart,
      end,
      speaker: speaker === null ? null : (speakers[speaker]?.label ?? null),
    })),
    speakers: speakers.map(({ label }) => ({ label })),
    segments: segments.map(([, start, end]) => ({ start, end })),
  };
}
