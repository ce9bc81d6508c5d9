"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Callout } from "@/components/ui/callout";
import type { ParsedTranscript } from "@/lib/domain/transcript";
import type { UploadPreview } from "@/lib/schemas/transcripts";

/** What changed on the way in, what stayed out, and what needs another look. */
export function Warnings({ preview, parsed }: { preview: UploadPreview; parsed: ParsedTranscript }) {
  const t = useTranslations("transcripts.new");
  const format = useFormatter();
  const warnings = [...preview.warnings, ...parsed.warnings];
  const leftOut = [...preview.leftOut, ...parsed.leftOut];
  const what = format.list(
    leftOut.map(({ kind, count }) => t(`left.${kind}`, { count })),
    "and",
  );
  if (warnings.length === 0 && leftOut.length === 0) return null;
  return (
    <Callout kind={warnings.length > 0 ? "warning" : "info"}>
      <ul className="grid gap-1">
        {warnings.map(({ code, count, example }) => (
          <li key={code}>{t(`warning.${code}`, { count, example: example ?? "" })}</li>
        ))}
        {leftOut.length > 0 && <li>{t("leftOut", { what })}</li>}
      </ul>
    </Callout>
  );
}
