"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import type { Draft } from "./draft";

const TONE = {
  reading: "neutral",
  ready: "accent",
  waiting: "neutral",
  adding: "neutral",
  added: "success",
  failed: "danger",
} as const;

interface DraftListProps {
  studyId: string;
  drafts: readonly Draft[];
  current: string;
  onChoose: (id: string) => void;
  onRemove: (id: string) => void;
}

/** The files on the list, each with how far it has come. */
export function DraftList({ studyId, drafts, current, onChoose, onRemove }: DraftListProps) {
  const t = useTranslations("transcripts.new");
  return (
    <section aria-label={t("drafts")} className="grid gap-2">
      <h2 className="font-semibold">{t("drafts")}</h2>
      <ul className="grid gap-1">
        {drafts.map((draft) => (
          <li
            key={draft.id}
            className={cx(
              "flex items-center gap-1 rounded-md border px-1.5 py-1",
              draft.id === current ? "border-accent bg-accent-tint" : "border-line",
            )}
          >
            <button
              type="button"
              aria-current={draft.id === current || undefined}
              onClick={() => onChoose(draft.id)}
              className="grid min-w-0 flex-1 justify-items-start gap-0.5 rounded-sm px-1 py-0.5 text-left"
            >
              <span className="w-full truncate font-medium">{draft.title || draft.file.name}</span>
              <Badge tone={TONE[draft.state]}>{t(`state.${draft.state}`)}</Badge>
            </button>
            {draft.state === "added" ? (
              <Link
                href={studyRoute(studyId, "transcripts", `/${draft.id}`)}
                className="px-2 text-accent text-sm underline underline-offset-2"
              >
                {t("read")}
              </Link>
            ) : (
              draft.state !== "adding" && (
                <IconButton
                  label={t("remove", { name: draft.title || draft.file.name })}
                  icon={<X aria-hidden />}
                  onClick={() => onRemove(draft.id)}
                />
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
