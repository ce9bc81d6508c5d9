"use client";

import { MessageSquareText } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { type MemoSubject, useDesk } from "./desk";
import { idOf } from "./target";

interface MemoButtonProps extends MemoSubject {
  /** An icon with the count alone, where there is little room. */
  small?: boolean;
  keys?: string;
}

/** Opens the memos on something, and says how many threads about it are open. Nothing for those who see none. */
export function MemoButton({ small, keys, ...subject }: MemoButtonProps) {
  const t = useTranslations("memos");
  const desk = useDesk();
  if (!desk) return null;
  const { target, label } = subject;
  const count = target.about === "study" ? desk.counts.study : (desk.counts.byId[idOf(target)] ?? 0);
  const name = t("onCount", { what: t(`what.${target.about}`, { label }), count });
  const button = (
    <Button
      size="sm"
      variant={small ? "quiet" : "secondary"}
      aria-label={name}
      className={small ? "min-h-8 px-1.5" : undefined}
      onClick={() => desk.open(subject)}
    >
      <MessageSquareText aria-hidden />
      {!small && t("title")}
      {count > 0 && <span className="tabular font-semibold text-accent">{count}</span>}
    </Button>
  );
  return small ? (
    <Tooltip label={name} keys={keys}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
