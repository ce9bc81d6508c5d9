"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { CODE_TEXTS, flatten, type Tree } from "@/lib/domain/codebook";
import type { SnapshotCode } from "@/lib/schemas/codebook";

/** A whole codebook, to be read or printed. */
export function WholeBook({ tree }: { tree: Tree<SnapshotCode & { position: number }> }) {
  const t = useTranslations("codebook");
  const entries = flatten(tree);
  if (entries.length === 0) return <EmptyState title={t("historyPage.wholeEmpty")} />;
  return (
    <ol className="grid gap-3">
      {entries.map(({ code, depth }) => (
        <li
          key={code.id}
          data-hue={code.hue}
          className="break-inside-avoid"
          style={{ paddingInlineStart: `${depth}rem` }}
        >
          <h3 className="flex items-baseline gap-2 font-semibold">
            <span aria-hidden className="keep-colour size-2.5 shrink-0 rounded-[3px] bg-hue" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {code.name} {code.retired && <Badge tone="warning">{t("retired")}</Badge>}
            </span>
          </h3>
          <dl className="grid gap-1 pl-4.5">
            {CODE_TEXTS.filter((text) => code[text] !== "").map((text) => (
              <div key={text}>
                <dt className="text-faint text-sm">{t(`fields.${text}`)}</dt>
                <dd className="max-w-[70ch] whitespace-pre-line [overflow-wrap:anywhere]">{code[text]}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
