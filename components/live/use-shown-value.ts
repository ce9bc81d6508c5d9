"use client";

import { useTranslations } from "use-intl";

/** Says what somebody else has made of a field as its form says it: a choice by its label, and that it is empty now. */
export function useShownValue(): (
  value: string | number,
  labels?: Readonly<Record<string, string>>,
) => string {
  const t = useTranslations("live.conflict");
  return (value, labels = {}) => (value === "" ? t("empty") : (labels[value] ?? String(value)));
}
