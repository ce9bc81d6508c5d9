"use client";

import { Paperclip } from "lucide-react";
import type { ComponentProps } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import type { ListedOriginal } from "@/lib/schemas/imports";

interface OriginalFileProps extends ComponentProps<"a"> {
  original: ListedOriginal;
}

/** Saves a file that a text was made of; says its name, and when it was brought in. */
export function OriginalFile({ original, className, ...rest }: OriginalFileProps) {
  const t = useTranslations("imports");
  const format = useFormatter();
  const { batchId, id, name, at } = original;
  return (
    <a
      href={`/api/imports/${batchId}/uploads/${id}/original`}
      className={cx("inline-flex items-baseline gap-1.5", className)}
      {...rest}
    >
      <Paperclip aria-hidden className="size-4 shrink-0 self-center" />
      <span className="min-w-0 break-words">
        {t("originalAt", {
          name: name.split("/").at(-1) ?? name,
          at: format.dateTime(new Date(at), "moment"),
        })}
      </span>
    </a>
  );
}
