"use client";

import { useEffect, useState } from "react";
import type { Base, Comparison } from "@/components/imports/model/comparing";
import type { Preview } from "@/components/imports/model/preview-session";

interface Compared {
  of: Base;
  comparison: Comparison | null;
}

/** What a file changes of a text, worked out beside the page: as last compared, kept while it is compared anew. */
export function useComparison({ parser, summary }: Preview, base: Base | null) {
  const [compared, setCompared] = useState<Compared | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!parser || !summary || !base) return;
    let current = true;
    setFailed(false);
    parser.ask("compare", { base }).then(
      (comparison) => current && setCompared({ of: base, comparison }),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [parser, summary, base]);
  return { comparison: compared?.of === base ? (compared?.comparison ?? null) : null, failed };
}
