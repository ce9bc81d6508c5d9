"use client";

import { useEffect, useState } from "react";
import { type Withheld, withheldIn } from "@/components/reader/model/changes";
import type { ReaderDocument } from "@/components/reader/model/document";
import { fetchCodings, loadText, readCodings } from "@/components/reader/model/load";
import type { Permission } from "@/lib/domain/permission";

/** What is coded in the other language: a range of its text, by whom, with which codes. */
export interface OtherSegment {
  start: number;
  end: number;
  coderId: string;
  codeIds: string[];
  permission: Permission | null;
}

export interface OtherHalf {
  transcriptId: string;
  text: ReaderDocument;
  segments: OtherSegment[];
  withheld: readonly Withheld[];
}

/** The other half of a pair with its codings; null until it is there or where it cannot be had. */
export function useOther(transcriptId: string | null): { half: OtherHalf | null; failed: boolean } {
  const [half, setHalf] = useState<OtherHalf | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (transcriptId === null) return;
    const abort = new AbortController();
    const load = async () => {
      const [text, body] = await Promise.all([
        loadText(transcriptId, abort.signal),
        fetchCodings(transcriptId, abort.signal),
      ]);
      const codings = await readCodings(body);
      if (abort.signal.aborted) return;
      setFailed(!text.ok || !codings.ok);
      if (text.ok)
        setHalf({
          transcriptId,
          text: text.value,
          ...(codings.ok ? codedIn(codings.value) : { segments: [], withheld: [] }),
        });
    };
    load().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    });
    return () => abort.abort();
  }, [transcriptId]);
  return { half, failed };
}

type Codings = Extract<Awaited<ReturnType<typeof readCodings>>, { ok: true }>["value"];

function codedIn({ coders, codes, segments, withheld }: Codings): Pick<OtherHalf, "segments" | "withheld"> {
  const found = segments.map(([, start, end, coder, , permission, , , , codings]) => ({
    start,
    end,
    coderId: coders[coder]?.id ?? "",
    codeIds: codings.map(([, code]) => codes[code] ?? ""),
    permission,
  }));
  return { segments: found, withheld: withheldIn({ withheld }) ?? [] };
}
