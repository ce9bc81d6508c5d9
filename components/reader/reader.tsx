"use client";

import "./reader.css";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { SessionProvider } from "./context";
import { Header, HeaderTools } from "./header";
import type { ShownText } from "./model/document";
import type { ReaderFrame } from "./model/frame";
import { Skeleton } from "./skeleton";
import { useErased } from "./use-erased";
import { useReader } from "./use-reader";
import { Workspace } from "./workspace";

interface ReaderProps {
  frame: ReaderFrame;
  /** How the text begins, for the first look; null where one does not start there. */
  beginning: ShownText | null;
  /** What is said above the footer of what the person is asked to do here. */
  assignment?: React.ReactNode;
}

/** The coding workspace of one transcript. */
export function Reader({ frame, beginning, assignment }: ReaderProps) {
  const t = useTranslations("reader");
  const errors = useTranslations("errors");
  const revised = useTranslations("revisions.reader");
  const router = useRouter();
  const onRenewed = useCallback(() => {
    toast({ kind: "info", message: revised("newer") });
    router.refresh();
  }, [revised, router]);
  const { opening, codingsFailed, retry } = useReader(frame, beginning, onRenewed);
  useErased(opening.state === "open" ? opening.session : null);
  if (opening.state !== "open") {
    return (
      <>
        <Header frame={frame} tools={null} />
        {opening.state === "loading" ? (
          <Skeleton />
        ) : (
          <div className="mx-auto w-full max-w-xl p-6">
            <Callout
              live
              kind="error"
              title={t("failed.title")}
              action={<Button onClick={retry}>{t("failed.retry")}</Button>}
            >
              {errors(opening.code)}
            </Callout>
          </div>
        )}
      </>
    );
  }
  const { session } = opening;
  return (
    <SessionProvider value={session}>
      <Header frame={frame} tools={<HeaderTools />} />
      {codingsFailed && (
        <div className="px-4 py-2">
          <Callout live kind="warning" action={<Button onClick={retry}>{t("failed.retry")}</Button>}>
            {t("failed.codings")}
          </Callout>
        </div>
      )}
      {session.document.text.trim() === "" ? (
        <EmptyState
          title={t("empty.title")}
          action={
            <Button asChild>
              <Link href={studyRoute(frame.study.id, "transcripts")}>{t("empty.action")}</Link>
            </Button>
          }
        >
          {t("empty.body")}
        </EmptyState>
      ) : (
        <Workspace assignment={assignment} />
      )}
    </SessionProvider>
  );
}
