"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useSaved } from "@/components/ui/use-saved";
import type { ActionResult } from "@/lib/access/errors";

interface DeleteButtonProps {
  /** Of the cluster or the question. */
  guideKey: string;
  body: string;
  action: (eventId: string) => Promise<ActionResult<unknown>>;
}

/** Takes a cluster or a question out of the guide, after asking. */
export function DeleteButton({ guideKey: key, body, action }: DeleteButtonProps) {
  const t = useTranslations("guide");
  const common = useTranslations("common");
  const saved = useSaved();
  return (
    <Confirm
      trigger={
        <Button variant="quiet" size="sm" className="size-8 px-0!" aria-label={t("delete", { key })}>
          <Trash2 aria-hidden />
        </Button>
      }
      title={t("deleteTitle", { key })}
      body={body}
      submit={common("delete")}
      action={action}
      onDone={() => saved(t("deleted", { key }))}
    />
  );
}
