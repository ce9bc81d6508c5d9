"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ListedBatch } from "@/lib/schemas/imports";
import { openBatch } from "@/lib/server/imports/actions";
import { storeOf } from "../model/batch-store";
import type { NamedFile } from "../model/dropped";
import { OpenBatches } from "./open-batches";
import { Source } from "./source";

interface BeginImportProps {
  studyId: string;
  batches: readonly ListedBatch[];
}

/** Opens a batch with the first files, and goes to its own page, while they are being sent. */
export function BeginImport({ studyId, batches }: BeginImportProps) {
  const t = useTranslations("imports");
  const errorText = useErrorText();
  const router = useRouter();
  // What was taken: the answer comes to the function of the render that asked.
  const files = useRef<readonly NamedFile[]>([]);
  const [going, go] = useTransition();
  const { run, pending, error } = useAction(openBatch, {
    onDone: ({ id }) => {
      storeOf(id).take(files.current);
      go(() => router.push(studyRoute(studyId, "transcripts", `/imports/${id}`)));
    },
  });
  const open = (taken: readonly NamedFile[]) => {
    files.current = taken;
    run({ id: crypto.randomUUID(), studyId });
  };
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        <Button asChild variant="quiet">
          <Link href={studyRoute(studyId, "transcripts")}>{t("toList")}</Link>
        </Button>
      }
    >
      <div className="grid gap-6" aria-busy={pending || going}>
        {error && (
          <Callout
            kind="error"
            live
            action={<Button onClick={() => open(files.current)}>{t("again")}</Button>}
          >
            {errorText(error).message}
          </Callout>
        )}
        <Source busy={pending || going} onTake={open} />
        <OpenBatches studyId={studyId} batches={batches} />
      </div>
    </Page>
  );
}
