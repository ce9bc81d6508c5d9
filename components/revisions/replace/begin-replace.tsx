"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { OpenBatches } from "@/components/imports/bring/open-batches";
import { Source } from "@/components/imports/bring/source";
import { storeOf } from "@/components/imports/model/batch-store";
import type { NamedFile } from "@/components/imports/model/dropped";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ListedBatch } from "@/lib/schemas/imports";
import { openReplacement } from "@/lib/server/imports/actions";
import { TextNav } from "../text-nav";

interface BeginReplaceProps {
  studyId: string;
  transcript: { id: string; title: string };
  batches: readonly ListedBatch[];
}

/** Takes the file, or the words, of another transcription, and goes to its own page while it is being sent. */
export function BeginReplace({ studyId, transcript, batches }: BeginReplaceProps) {
  const t = useTranslations("imports.replace");
  const again = useTranslations("imports")("again");
  const errorText = useErrorText();
  const router = useRouter();
  const [several, setSeveral] = useState(false);
  // What was taken: the answer comes to the function of the render that asked.
  const file = useRef<NamedFile | null>(null);
  const { run, pending, error } = useAction(openReplacement, {
    onDone: ({ id }) => {
      if (file.current) storeOf(id).take([file.current]);
      router.push(studyRoute(studyId, "transcripts", `/${transcript.id}/replace/${id}`));
    },
  });
  const open = () => run({ id: crypto.randomUUID(), transcriptId: transcript.id });
  const take = ([first, ...others]: readonly NamedFile[]) => {
    setSeveral(others.length > 0);
    if (!first || others.length > 0) return;
    file.current = first;
    open();
  };
  return (
    <Page title={t("title", { title: transcript.title })} description={t("description")}>
      <TextNav studyId={studyId} transcriptId={transcript.id} here="replace" />
      <div className="grid gap-6" aria-busy={pending}>
        {error && (
          <Callout kind="error" live action={<Button onClick={open}>{again}</Button>}>
            {errorText(error).message}
          </Callout>
        )}
        {several && (
          <Callout kind="warning" live>
            {t("several")}
          </Callout>
        )}
        <Source one onTake={take} />
        <OpenBatches studyId={studyId} batches={batches} />
      </div>
    </Page>
  );
}
