"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FilePanel } from "@/components/imports/file-panel";
import { FileState } from "@/components/imports/file-state";
import type { Replaces } from "@/components/imports/model/batch-store";
import { useBatch } from "@/components/imports/use-batch";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { ProgressBar } from "@/components/ui/progress-bar";
import { toast } from "@/components/ui/toast";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ImportChoices, ReplacementPlace } from "@/lib/schemas/imports";
import { TextNav } from "../text-nav";
import { ReplacePreview } from "./replace-preview";

/** A file that is to take the place of a text: what it holds, what it would change, and the decision. */
export function ReplaceScreen({ place }: { place: ReplacementPlace }) {
  const t = useTranslations("imports.replace");
  const words = useTranslations("imports");
  const nav = useTranslations("revisions.nav");
  const errorText = useErrorText();
  const router = useRouter();
  const { studyId, transcript } = place;
  const batch = useBatch(place, place);
  const { store } = batch;
  const [reason, setReason] = useState("");
  const file = batch.files.findLast(({ status }) => status !== "cancelled");
  const route = (rest: "" | "/queue" | "/replace") =>
    studyRoute(studyId, "transcripts", `/${transcript.id}${rest}`);

  // Where to go once the text is replaced: only whoever pressed is taken there.
  const next = useRef<"" | "/queue" | null>(null);
  const stored = file?.status === "stored";
  useEffect(() => {
    if (!stored || next.current === null) return;
    toast({ kind: "success", message: t("done") });
    router.push(studyRoute(studyId, "transcripts", `/${transcript.id}${next.current}`));
    next.current = null;
  }, [stored, t, router, studyId, transcript.id]);
  const replace = async (choices: ImportChoices, replaces: Replaces, waiting: number) => {
    if (!file) return;
    next.current = waiting > 0 ? "/queue" : "";
    if (!(await store.replace(file.id, choices, replaces))) next.current = null;
  };
  const cancel = async () => {
    const result = await store.cancel(null);
    if (!result.ok) return;
    toast({ kind: "info", message: t("cancelled") });
    router.push(route(""));
  };
  const another = (
    <Button asChild variant={file ? "quiet" : "primary"}>
      <Link href={route("/replace")}>{t("another")}</Link>
    </Button>
  );
  return (
    <Page
      width="wide"
      title={t("title", { title: transcript.title })}
      description={t("lookDescription")}
      actions={file && another}
    >
      <TextNav studyId={studyId} transcriptId={transcript.id} here="replace" />
      <div className="grid gap-6">
        {batch.error && (
          <Callout kind="error" live>
            {errorText(batch.error).message}
          </Callout>
        )}
        {file ? (
          <>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 truncate font-medium">{file.name}</span>
              <FileState file={file} />
              {file.status === "sending" && (
                <ProgressBar
                  label={words("sendingOf", { name: file.name })}
                  value={file.sent}
                  max={file.size}
                />
              )}
            </div>
            <FilePanel
              key={file.id}
              batch={batch}
              file={file}
              storing={t("storing")}
              stored={
                <p className="flex flex-wrap gap-x-4">
                  {t("done")}
                  <Link className="text-accent underline underline-offset-2" href={route("")}>
                    {nav("read")}
                  </Link>
                  <Link className="text-accent underline underline-offset-2" href={route("/queue")}>
                    {nav("queue")}
                  </Link>
                </p>
              }
            >
              <ReplacePreview
                batch={batch}
                file={file}
                place={place}
                reason={reason}
                onReason={setReason}
                onReplace={replace}
                onCancel={cancel}
              />
            </FilePanel>
          </>
        ) : (
          <EmptyState title={t("nothing")} action={another}>
            {t("nothingBody")}
          </EmptyState>
        )}
      </div>
    </Page>
  );
}
