"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { type BatchFile, isReady } from "./model/files";

const TONE = {
  waiting: "neutral",
  sending: "neutral",
  refused: "danger",
  received: "neutral",
  reading: "neutral",
  read: "accent",
  chosen: "neutral",
  storing: "neutral",
  stored: "success",
  failed: "danger",
  cancelled: "neutral",
} as const;

/** How far a file has come, in a word. */
export function FileState({ file }: { file: BatchFile }) {
  const t = useTranslations("imports.state");
  if (file.status === "read" && !isReady(file)) return <Badge tone="warning">{t("look")}</Badge>;
  return <Badge tone={TONE[file.status]}>{t(file.status)}</Badge>;
}
