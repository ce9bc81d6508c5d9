"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { useSession } from "../context";
import { KEYS } from "../keys";
import { takeOffer } from "../model/reshape";
import { useSelected, useSignal } from "../model/signal";

/** Says that segments of one code overlap or touch, and makes one of them where the coder wants it. Nothing waits for an answer. */
export function UniteOffer() {
  const t = useTranslations("gestures.unite");
  const session = useSession();
  const offer = useSignal(session.offer);
  const atHand = useSelected(session.chosen, (id) => offer?.parts.some((part) => part.id === id) ?? false);
  if (!offer || !atHand) return null;
  const name = session.codes.get(offer.codeId)?.name ?? "";
  return (
    <div className="reader-offer">
      <p role="status" className="min-w-0 flex-1">
        {t("offer", { count: offer.parts.length, name })}
      </p>
      <Button size="sm" onClick={() => takeOffer(session, offer)}>
        {t("unite")} <Kbd keys={KEYS.merge[0]} />
      </Button>
      <IconButton label={t("apart")} icon={<X aria-hidden />} onClick={() => session.offer.set(null)} />
    </div>
  );
}
