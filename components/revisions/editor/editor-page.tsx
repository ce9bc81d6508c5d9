"use client";

import { useTranslations } from "use-intl";
import { Page } from "@/components/ui/page";
import { useVersion } from "../model/use-version";
import { TextNav } from "../text-nav";
import { WaitingText } from "../waiting-text";
import { Editor } from "./editor";

export interface EditorPageProps {
  studyId: string;
  transcript: { id: string; title: string; language: string; pairId: string | null };
  mayRedact: boolean;
}

/** The page on which a transcript is corrected in place. */
export function EditorPage(props: EditorPageProps) {
  const t = useTranslations("revisions.edit");
  const { studyId, transcript } = props;
  const { text, retry } = useVersion(transcript.id, null);
  return (
    <Page title={t("title", { title: transcript.title })} description={t("description")}>
      <TextNav studyId={studyId} transcriptId={transcript.id} here="edit" />
      {text?.ok ? <Editor base={text.value} {...props} /> : <WaitingText text={text} retry={retry} />}
    </Page>
  );
}
