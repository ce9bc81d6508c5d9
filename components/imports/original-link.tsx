"use client";

import { Paperclip } from "lucide-react";
import { useTranslations } from "use-intl";
import { Tooltip } from "@/components/ui/tooltip";
import type { ListedOriginal } from "@/lib/schemas/imports";

/** Saves the file that a transcript was made of. */
export function OriginalLink({ original: { batchId, id, name } }: { original: ListedOriginal }) {
  const t = useTranslations("imports");
  const label = t("originalOf", { name: name.split("/").at(-1) ?? name });
  return (
    <Tooltip label={label}>
      <a
        href={`/api/imports/${batchId}/uploads/${id}/original`}
        aria-label={label}
        className="ml-1.5 inline-flex size-6 items-center justify-center rounded-md align-middle text-soft hover:bg-ink/6 hover:text-ink"
      >
        <Paperclip aria-hidden className="size-4" />
      </a>
    </Tooltip>
  );
}
