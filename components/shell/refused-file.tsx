"use client";

import { FileX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { RefusedFileParams } from "@/lib/schemas/shell";
import { HOME } from "./routes";

/** Says why a file could not be had, and leads back to where it was asked for. */
export function RefusedFile({ code, from }: RefusedFileParams) {
  const t = useTranslations("shell");
  const signIn = `/sign-in?${new URLSearchParams({ callbackUrl: from ?? HOME })}`;
  return (
    <EmptyState
      level={1}
      icon={<FileX aria-hidden />}
      title={t("refusedFile.title")}
      action={
        code === "unauthenticated" ? (
          <Button asChild variant="primary">
            <a href={signIn}>{t("refusedFile.signIn")}</a>
          </Button>
        ) : (
          <Button asChild variant="primary">
            <a href={from ?? HOME}>{from ? t("refusedFile.back") : t("allStudies")}</a>
          </Button>
        )
      }
    >
      <p>{t(`refusedFile.${code}`)}</p>
    </EmptyState>
  );
}
