"use client";

import { useEffect, useState } from "react";
import type { GuideQuestion, ReadingChoices } from "@/lib/domain/transcript";
import type { Half } from "./model/parsing";
import { NOTHING, type Preview, PreviewSession } from "./model/preview-session";

/** A file as its reading makes it under these choices, worked out beside the page. */
export function usePreview(
  address: string,
  choices: ReadingChoices,
  guide: readonly GuideQuestion[],
  half: Half = null,
): Preview {
  const [session, setSession] = useState<PreviewSession | null>(null);
  const [preview, setPreview] = useState<Preview>(NOTHING);
  useEffect(() => {
    setPreview(NOTHING);
    const opened = new PreviewSession(address, setPreview);
    setSession(opened);
    return () => opened.close();
  }, [address]);
  useEffect(() => session?.want({ choices, guide, half }), [session, choices, guide, half]);
  return preview;
}
