"use client";

import { useTranslations } from "use-intl";
import { PassagePanel } from "@/components/passages/passage-panel";
import { useCodings, useSession } from "../context";
import { useSignal } from "../model/signal";
import { AlignedTurn } from "./aligned-turn";
import { PassageCodes } from "./passage-codes";
import { SegmentCard } from "./segment-card";
import { UnplacedList } from "./unplaced-list";

/** What is known of the segment at hand, what else lies on its passage, and the guide's questions. */
export function SegmentPane() {
  return (
    <div className="grid gap-5 px-3.5 py-3">
      <UnplacedList />
      <AtHand />
      <PassagePanel />
    </div>
  );
}

/** The segment at hand, or how to make one; what else lies there, and the same talk in the other language. */
function AtHand() {
  const t = useTranslations("reader");
  const session = useSession();
  const chosen = useSignal(session.chosen);
  const selection = useSignal(session.selection);
  useCodings();
  useSignal(session.shown);
  const segment = chosen ? session.store.segment(chosen) : undefined;
  const place = segment ?? selection;
  return (
    <>
      {segment ? (
        <SegmentCard key={segment.id} segment={segment} />
      ) : (
        <section>
          <h2 className="caption mb-2">{t("segment")}</h2>
          <p className="text-soft">{session.frame.mayCode ? t("howToCode") : t("readOnly")}</p>
        </section>
      )}
      {place && session.frame.pair && <AlignedTurn offset={place.start} pair={session.frame.pair} />}
      {place && <PassageCodes offset={place.start} />}
    </>
  );
}
