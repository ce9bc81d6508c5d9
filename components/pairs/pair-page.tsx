"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { boxOf } from "@/components/drafts/storage";
import { useDraft } from "@/components/drafts/use-draft";
import { TextNav } from "@/components/revisions/text-nav";
import { WaitingText } from "@/components/revisions/waiting-text";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Page } from "@/components/ui/page";
import { toast } from "@/components/ui/toast";
import type { PairFrame, PairHalf } from "@/lib/schemas/pairs";
import { breakPair } from "@/lib/server/pairs/actions";
import { AlignView, type AlignViewProps } from "./align/align-view";
import { useBeginning } from "./align/beginning";
import { KeptAlignment } from "./align/kept";
import { useTexts } from "./align/use-texts";
import { MakePair } from "./make-pair";

/** A transcript and the same talk in another language. */
export function PairPage({ frame }: { frame: PairFrame }) {
  const t = useTranslations("pairs");
  const { transcript, other } = frame;
  return (
    <Page
      title={t("title", { title: transcript.title })}
      description={other ? t("description") : undefined}
      actions={other && <PairActions frame={frame} />}
    >
      <TextNav studyId={frame.studyId} transcriptId={transcript.id} here="pair" />
      {other ? <Pair key={other.id} frame={frame} other={other} /> : <MakePair frame={frame} />}
    </Page>
  );
}

function PairActions({ frame: { studyId, transcript, mayCorrect } }: { frame: PairFrame }) {
  const t = useTranslations("pairs");
  const router = useRouter();
  return (
    <>
      <Button asChild>
        <Link href={studyRoute(studyId, "transcripts", `/${transcript.id}?beside`)}>{t("read")}</Link>
      </Button>
      {mayCorrect && (
        <Confirm
          trigger={<Button variant="quiet">{t("break.open")}</Button>}
          title={t("break.title")}
          body={t("break.body")}
          submit={t("break.submit")}
          action={(eventId) => breakPair({ eventId, transcriptId: transcript.id })}
          onDone={() => {
            toast({ kind: "success", message: t("break.done") });
            router.refresh();
          }}
        />
      )}
    </>
  );
}

interface PairProps {
  frame: PairFrame;
  other: PairHalf;
}

/** A pair as somebody works at it, however often the page around it is read anew. */
function Pair({ frame, other }: PairProps) {
  const { beginning, ...told } = useBeginning(frame.base);
  return <Paired key={beginning} frame={frame} other={other} {...told} />;
}

type PairedProps = PairProps & Pick<AlignViewProps, "onSend" | "onUnsaved">;

function Paired({ frame, other, ...told }: PairedProps) {
  const { texts, retry } = useTexts(frame.transcript.id, other.id);
  // The pair is one thing, whichever half it is opened from.
  const both = [frame.transcript.id, other.id].sort().join("+");
  const draft = useDraft(boxOf(frame.personId, "alignment", both), KeptAlignment);
  if (!texts?.ok || !draft) return <WaitingText text={texts?.ok ? null : texts} retry={retry} />;
  const { value } = texts;
  return <AlignView key={value.first.versionId} frame={frame} texts={value} draft={draft} {...told} />;
}
