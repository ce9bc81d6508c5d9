"use client";

import { useCallback } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { HistoryRow } from "@/lib/schemas/history";

/** As much of a quotation or a memo as a line has room for. */
const LONGEST = 90;

/** What somebody did, as a sentence without its subject. A kind that has no words of its own is said by its name. */
export function useSentence(): (row: HistoryRow) => string {
  const t = useTranslations("history");
  const format = useFormatter();
  return useCallback(
    (row) => {
      // Kinds come with the events, so their arguments can't be checked when this is compiled.
      const say = t as unknown as (key: string, values: Record<string, string | number>) => string;
      const undo = `kinds.${row.kind}Undo`;
      const key = row.undoes && t.has(undo as "other") ? undo : `kinds.${row.kind}`;
      if (!t.has(key as "other")) return t("other", { kind: row.kind });
      const names = row.codes.map(({ name }) => quoted(name));
      function quoted(words: string | null): string {
        return t("quoted", { quote: short(words ?? "…") });
      }
      const plain = row.kind.startsWith("interviewee.");
      return say(key, {
        quote: row.quote === null ? t("aPassage") : quoted(row.quote),
        codes: names.length > 0 ? format.list(names) : "…",
        name: plain ? (row.name ?? "…") : quoted(row.name),
        was: quoted(row.was),
        count: row.count,
        codings: row.codings,
        transcripts: row.parts,
      });
    },
    [t, format],
  );
}

/** The beginning of long words, on one line, cut between characters as people see them. */
function short(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST) return line;
  const characters = [...new Intl.Segmenter().segment(line.slice(0, LONGEST))].map(({ segment }) => segment);
  return `${characters.slice(0, -1).join("")}…`;
}
