"use client";

import { useTranslations } from "use-intl";
import { Page } from "@/components/ui/page";
import { TextNav } from "../text-nav";
import { WaitingText } from "../waiting-text";
import { Editor } from "./editor";
import { useStart } from "./use-start";

export interface EditorPageProps {
  studyId: string;
  transcript: { id: string; title: string; language: string; pairId: string | null };
  /** Who corrects: what is not saved yet is kept under their name. */
  personId: string;
  mayRedact: boolean;
}

/** The page on which a transcript is corrected in place. */
export function EditorPage(props: EditorPageProps) {
  const t = useTranslations("revisions.edit");
  const { studyId, transcript, personId } = props;
  const { start, waiting, retry } = useStart(transcript.id, personId);
  return (
    <Page title={t("title", { title: transcript.title })} description={t("description")}>
      <TextNav studyId={studyId} transcriptId={transcript.id} here="edit" />
      {start ? <Editor start={start} {...props} /> : <WaitingText text={waiting} retry={retry} />}
    </Page>
  );
}
