"use client";

import { useEffect, useState } from "react";
import type { PreviewRow } from "../model/parsing";
import type { Preview } from "../model/preview-session";

/** The rows of one part of the text; those of before while the next ones are on their way. */
export function usePart({ parser, summary }: Preview, part: number): readonly PreviewRow[] {
  const [rows, setRows] = useState<readonly PreviewRow[]>([]);
  useEffect(() => {
    if (!parser || !summary) return;
    let current = true;
    parser.ask("part", { part: Math.min(part, summary.parts - 1) }).then(
      (next) => current && setRows(next),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [parser, summary, part]);
  return rows;
}
