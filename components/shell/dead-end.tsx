"use client";

import { Compass, Lock, ServerCrash } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { HOME } from "./routes";

const ICON = { notFound: Compass, forbidden: Lock, broken: ServerCrash } as const;

interface DeadEndProps {
  kind: keyof typeof ICON;
  /** What the server's log calls the fault. */
  digest?: string;
  onRetry?: () => void;
}

/** A page that cannot be shown: what happened, what was kept, where to go. */
export function DeadEnd({ kind, digest, onRetry }: DeadEndProps) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const Icon = ICON[kind];
  return (
    <div className="grid min-h-[70dvh] flex-1 place-content-center py-10">
      <EmptyState
        level={1}
        icon={<Icon aria-hidden />}
        title={t(`${kind}.title`)}
        action={
          <>
            {onRetry && (
              <Button variant="primary" onClick={onRetry}>
                {common("retry")}
              </Button>
            )}
            {/* A plain link: after a fault the whole page is loaded anew. */}
            <Button asChild variant={onRetry ? "secondary" : "primary"}>
              <a href={HOME}>{t("allStudies")}</a>
            </Button>
          </>
        }
      >
        <p>{t(`${kind}.body`)}</p>
        {digest && <p className="mt-2 text-faint text-sm">{t("broken.reference", { digest })}</p>}
      </EmptyState>
    </div>
  );
}
