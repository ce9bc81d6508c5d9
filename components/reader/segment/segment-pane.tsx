"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { PassagePanel } from "@/components/passages/passage-panel";
import type { Range } from "@/lib/domain/segment";
import { useCodingsOncePainted, useOncePainted, useSession } from "../context";
import type { ReaderDocument } from "../model/document";
import { useSignal } from "../model/signal";
import { AlignedTurn } from "./aligned-turn";
import { PassageCodes } from "./passage-codes";
import { SegmentCard } from "./segment-card";
import { UnplacedList } from "./unplaced-list";

/** What is known of the segment at hand, what else lies on its passage, and the guide's questions. */
export function SegmentPane() {
  const t = useTranslations("reader");
  const { aside } = useSession();
  return (
    // biome-ignore lint/a11y/useSemanticElements: what is reached by key, and no set of fields.
    <div
      ref={aside}
      role="group"
      tabIndex={-1}
      aria-label={t("segment")}
      className="grid grid-cols-[minmax(0,1fr)] gap-5 px-3.5 py-3 focus-visible:-outline-offset-2"
    >
      <UnplacedList />
      <AtHand />
      <PassagePanel />
    </div>
  );
}

/** The coder looks at the words first: the pane follows in the frame after theirs. */
function AtHand() {
  const session = useSession();
  const chosen = useOncePainted(useSignal(session.chosen));
  const selection = useOncePainted(useSignal(session.selection));
  const changes = useCodingsOncePainted();
  const shown = useOncePainted(useSignal(session.shown));
  return <Place chosen={chosen} selection={selection} changes={changes} shown={shown} />;
}

interface PlaceProps {
  chosen: string | null;
  selection: Range | null;
  /** Say that the codings changed, or which of them are shown. */
  changes: number;
  shown: ReaderDocument;
}

/** The segment at hand, or how to make one; what else lies there, and the same talk in the other language. */
const Place = memo(function Place({ chosen, selection }: PlaceProps) {
  const t = useTranslations("reader");
  const session = useSession();
  useSignal(session.codebook);
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
});
