"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { useSaved } from "@/components/ui/use-saved";
import type { RoundCoder, RoundSummary } from "@/lib/schemas/rounds";
import { assign } from "@/lib/server/rounds/actions";
import type { Assigning } from "./use-assigning";

interface PendingBarProps {
  round: RoundSummary;
  coders: readonly RoundCoder[];
  assigning: Assigning;
}

/** What was ticked and is not stored yet, with what it makes of everybody's load. */
export function PendingBar({ round, coders, assigning }: PendingBarProps) {
  const t = useTranslations("rounds.grid");
  const saved = useSaved();
  const errorText = useErrorText();
  const { give, take, discard } = assigning;
  const { run, pending, error, clear } = useAction(assign, {
    onDone: () => {
      saved(t("stored"));
      discard();
    },
  });
  if (give.length + take.length === 0) return null;
  const { before, after } = assigning.loads(coders.map(({ id }) => id));
  return (
    <Callout
      kind={error ? "error" : "info"}
      live
      title={t("pending", { give: give.length, take: take.length })}
      action={
        <>
          <Button
            variant="primary"
            size="sm"
            busy={pending}
            onClick={() => run({ eventId: crypto.randomUUID(), roundId: round.id, give, take })}
          >
            {t("store")}
          </Button>
          <Button
            size="sm"
            onClick={() => {
              clear();
              discard();
            }}
          >
            {t("discard")}
          </Button>
        </>
      }
    >
      {error && <p>{errorText(error).message}</p>}
      {round.opened && take.length > 0 && <p>{t("taken")}</p>}
      <ul aria-label={t("loads")} className="tabular flex flex-wrap gap-x-4">
        {coders.map(({ id, name }) => (
          <li key={id}>{t("was", { name, before: before.get(id) ?? 0, after: after.get(id) ?? 0 })}</li>
        ))}
      </ul>
    </Callout>
  );
}
