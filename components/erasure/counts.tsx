"use client";

import { useTranslations } from "use-intl";
import type { Erasing } from "@/lib/schemas/erasure";

/** In the order in which one would ask. */
const KINDS = ["interviews", "passages", "memos", "examples", "recordings", "files", "pseudonyms"] as const;

/** How much goes, or went, by kind; of what there is none, nothing is said. */
export function Counts({ counts, ofPerson }: { counts: Erasing; ofPerson: boolean }) {
  const t = useTranslations("erasure.counts");
  const { transcripts, versions, segments, codings, events } = counts;
  return (
    <ul className="mt-1 list-disc pl-5">
      {ofPerson && <li>{t("person")}</li>}
      {transcripts > 0 && <li>{t("transcripts", { count: transcripts, versions })}</li>}
      {segments > 0 && <li>{t("segments", { count: segments, codings })}</li>}
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <li key={kind}>{t(kind, { count: counts[kind] })}</li>
      ))}
      {events > 0 && <li>{t("events", { count: events })}</li>}
    </ul>
  );
}
