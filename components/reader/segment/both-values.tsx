"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

interface BothValuesProps {
  /** Missing where it stands in the field itself. */
  mine?: string;
  theirs: string;
  onKeep: () => void;
  onTake: () => void;
}

/** One field that was changed in two places: both values, for the person to choose. */
export function BothValues({ mine, theirs, onKeep, onTake }: BothValuesProps) {
  const t = useTranslations("live.conflict");
  return (
    <div role="alert" className="mt-2 grid gap-2 rounded-md border border-warning/35 bg-warning-tint p-2.5">
      <p className="font-medium text-warning">{t("title")}</p>
      <dl className="grid gap-1">
        {mine !== undefined && <Value name={t("mine")} value={mine || t("empty")} />}
        <Value name={t("theirs")} value={theirs || t("empty")} />
      </dl>
      <div className="flex flex-wrap gap-1.5">
        <Button size="sm" onClick={onKeep}>
          {t("keep")}
        </Button>
        <Button size="sm" onClick={onTake}>
          {t("take")}
        </Button>
      </div>
    </div>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="caption">{name}</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap">{value}</dd>
    </div>
  );
}
