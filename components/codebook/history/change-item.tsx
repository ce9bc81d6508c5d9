"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import {
  type Became,
  type BookCode,
  CODE_TEXTS,
  type CodeChange,
  type CodeText,
} from "@/lib/domain/codebook";
import { WordDifference } from "./word-difference";

const TONES: Record<Became, "accent" | "danger" | "warning" | "neutral"> = {
  ...{ added: "accent", restored: "accent", removed: "danger", retired: "warning", merged: "warning" },
  ...{ renamed: "neutral", moved: "neutral", written: "neutral" },
};

interface ChangeItemProps {
  change: CodeChange;
  /** The path of a code in the earlier and in the later codebook; empty where it is not there. */
  places: { before: string; after: string };
  /** The name of a code in the later codebook. */
  nameOf: (id: string) => string;
}

/** What became of one code between two revisions. */
export function ChangeItem({ change, places, nameOf }: ChangeItemProps) {
  const t = useTranslations("codebook.historyPage");
  const fields = useTranslations("codebook.fields");
  const { before, after, became } = change;
  const code = after ?? before;
  if (!code) return null;
  return (
    <li className="break-inside-avoid border-line border-b py-3">
      <h3 className="flex flex-wrap items-baseline gap-2 font-semibold">
        <span className="min-w-0 [overflow-wrap:anywhere]">{code.name}</span>
        {became.map((what) => (
          <Badge key={what} tone={TONES[what]}>
            {t(`became.${what}`)}
          </Badge>
        ))}
      </h3>
      {after?.mergedIntoId && became.includes("merged") && (
        <p className="text-soft">{t("into", { name: nameOf(after.mergedIntoId) })}</p>
      )}
      <dl className="mt-1 grid gap-1.5">
        {before && after && became.includes("renamed") && (
          <Part name={t("nameWas")} before={before.name} after={after.name} />
        )}
        {became.includes("moved") && (
          <div>
            <dt className="text-faint text-sm">{t("placeWas")}</dt>
            <dd className="[overflow-wrap:anywhere]">
              {places.before || t("top")} → {places.after || t("top")}
            </dd>
          </div>
        )}
        {textsOf(change).map((text) => (
          <Part key={text} name={fields(text)} before={before?.[text] ?? ""} after={after?.[text] ?? ""} />
        ))}
      </dl>
    </li>
  );
}

function Part({ name, before, after }: { name: string; before: string; after: string }) {
  return (
    <div>
      <dt className="text-faint text-sm">{name}</dt>
      <dd className="max-w-[70ch]">
        <WordDifference before={before} after={after} />
      </dd>
    </div>
  );
}

/** The texts to show: those that differ; of a code that is new, all that it has. */
function textsOf({ before, after, texts }: CodeChange): readonly CodeText[] {
  if (before && after) return texts;
  const code: BookCode | null = after;
  return code ? CODE_TEXTS.filter((text) => code[text] !== "") : [];
}
