"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { toast } from "@/components/ui/toast";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";
import { AddBar } from "./add-bar";
import { DraftEditor } from "./draft-editor";
import { DraftList } from "./draft-list";
import { GuideOffer } from "./guide-offer";
import { Source } from "./source";
import { type AddedDraft, useDrafts } from "./use-drafts";

/** Files in, speakers and people checked, transcripts out. */
export function AddTranscripts({ place: loaded }: { place: TranscriptPlace }) {
  const t = useTranslations("transcripts");
  const [place, setPlace] = useState(loaded);
  const [chosen, setChosen] = useState<string | null>(null);
  const learn = (added: AddedDraft, pairWith: string | null) =>
    setPlace((known) => ({
      ...known,
      transcripts: [
        ...known.transcripts.map((other) =>
          other.id === pairWith ? { ...other, pairId: added.pairId } : other,
        ),
        added,
      ],
    }));
  const { drafts, take, read, patch, add, remove } = useDrafts(place.studyId, learn);
  const current = drafts.find(({ id }) => id === chosen) ?? drafts[0];

  const addAll = async (ids: readonly string[]) => {
    const { added, failed } = await add(ids);
    if (added > 0) toast({ kind: "success", message: t("new.addedAll", { count: added }) });
    if (failed > 0) toast({ kind: "error", message: t("new.someFailed", { count: failed }) });
  };

  return (
    <Page
      title={t("new.title")}
      description={t("new.description")}
      actions={
        <Button asChild variant="quiet">
          <Link href={studyRoute(place.studyId, "transcripts")}>{t("new.toList")}</Link>
        </Button>
      }
    >
      <div className="grid gap-6">
        <Source onTake={take} />
        {place.guide.length === 0 && place.mayMakeGuide && (
          <GuideOffer
            studyId={place.studyId}
            drafts={drafts}
            onMade={(guide) => setPlace((known) => ({ ...known, guide }))}
          />
        )}
        {current && (
          <>
            <AddBar drafts={drafts} onAdd={addAll} />
            <div className="grid items-start gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
              <DraftList
                studyId={place.studyId}
                drafts={drafts}
                current={current.id}
                onChoose={setChosen}
                onRemove={remove}
              />
              <DraftEditor
                key={current.id}
                draft={current}
                place={place}
                onChange={(changes) => patch(current.id, changes)}
                onEncoding={(encoding) => read(current, encoding)}
                onPlace={setPlace}
                onAdd={() => addAll([current.id])}
              />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
