"use client";

import { BookOpen, Download, ListPlus, Plus } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Borrowed } from "@/components/studies/borrowed";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { type PaneName, SplitPane } from "@/components/ui/split-pane";
import { buildTree } from "@/lib/domain/codebook";
import type { Codebook } from "@/lib/schemas/codebook-views";
import { CodePage } from "./code-page";
import { CodeTree } from "./code-tree";
import { type CountChoice, useCounts } from "./counts";
import { ImportDialog } from "./import/import-dialog";
import { NewCode } from "./new-code";
import { RecentChanges } from "./recent-changes";
import { AllRevisions } from "./revisions";
import { TreeHead } from "./tree-head";
import { useCodebookCommands } from "./use-codebook-commands";

/** What is open over the page: a new code below a code or at the top, or the reading in of many. */
export type Open = { what: "new"; parentId: string | null } | { what: "import" } | null;

/** The tree of codes, and the page of the code at hand. */
export function CodebookPage({ codebook }: { codebook: Codebook }) {
  const t = useTranslations("codebook");
  // The address names the code, so that it can be sent to a colleague, and the palette can lead to it.
  const chosen = useSearchParams().get("code");
  const [pane, setPane] = useState<PaneName>(chosen === null ? "left" : "main");
  const [open, setOpen] = useState<Open>(null);
  const [showRetired, setShowRetired] = useState(false);
  const [counting, setCounting] = useState<CountChoice>({ whose: "all", within: false });
  const counts = useCounts(codebook.studyId, codebook.counted, codebook);
  useCodebookCommands(codebook);
  const code = codebook.codes.find((one) => one.id === chosen);
  const besides = code?.retired ? code.id : null;
  const tree = useMemo(
    () => buildTree(codebook.codes.filter((one) => showRetired || !one.retired || one.id === besides)),
    [codebook.codes, showRetired, besides],
  );
  const choose = (id: string) => {
    setPane("main");
    // Going back leaves the codebook.
    window.history.replaceState(null, "", `?code=${id}`);
  };
  const over = (
    <>
      {open?.what === "new" && (
        <NewCode
          codebook={codebook}
          parentId={open.parentId}
          onAdded={choose}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === "import" && <ImportDialog codebook={codebook} onClose={() => setOpen(null)} />}
    </>
  );
  if (codebook.codes.length === 0) {
    return (
      <Page title={t("title")}>
        <Borrowed section="codebook" home={codebook.home} />
        <EmptyState
          icon={<BookOpen aria-hidden />}
          title={t("empty.title")}
          action={codebook.mayEdit && <AddButtons onOpen={setOpen} />}
        >
          {t("empty.body")}
        </EmptyState>
        {over}
      </Page>
    );
  }
  return (
    <>
      <SplitPane
        pane={pane}
        onPane={setPane}
        left={{
          label: t("tree"),
          wide: true,
          content: (
            <>
              <TreeHead
                codebook={codebook}
                counts={counts}
                counting={counting}
                onCounting={setCounting}
                showRetired={showRetired}
                onShowRetired={setShowRetired}
              />
              <CodeTree
                codebook={codebook}
                tree={tree}
                counts={counts}
                counting={counting}
                chosen={chosen}
                onChoose={choose}
              />
              <div className="grid justify-items-start gap-2 px-4 pt-3 pb-6">
                {codebook.mayEdit && <AddButtons small onOpen={setOpen} />}
                <Button asChild size="sm" variant="quiet">
                  <a href={`/api/studies/${codebook.studyId}/codebook.csv`} download>
                    <Download aria-hidden />
                    {t("csv")}
                  </a>
                </Button>
                {codebook.mayEdit && <p className="text-faint text-xs">{t("keys")}</p>}
              </div>
            </>
          ),
        }}
        main={{
          label: t("page"),
          content: (
            <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-8">
              <Borrowed section="codebook" home={codebook.home} />
              {code ? (
                <CodePage
                  key={code.id}
                  codebook={codebook}
                  counts={counts}
                  code={code}
                  onOpen={setOpen}
                  onChoose={choose}
                />
              ) : (
                <>
                  <EmptyState level={1} icon={<BookOpen aria-hidden />} title={t("choose.title")}>
                    {t("choose.body")}
                  </EmptyState>
                  <RecentChanges codebook={codebook} onChoose={choose} />
                  <AllRevisions codebook={codebook} onChoose={choose} />
                </>
              )}
            </div>
          ),
        }}
      />
      {over}
    </>
  );
}

function AddButtons({ small, onOpen }: { small?: boolean; onOpen: (open: Open) => void }) {
  const t = useTranslations("codebook");
  const size = small ? "sm" : "md";
  return (
    <div className={cx("flex flex-wrap gap-2", !small && "justify-center")}>
      <Button
        size={size}
        variant={small ? "secondary" : "primary"}
        onClick={() => onOpen({ what: "new", parentId: null })}
      >
        <Plus aria-hidden />
        {t("add")}
      </Button>
      <Button size={size} variant={small ? "quiet" : "secondary"} onClick={() => onOpen({ what: "import" })}>
        <ListPlus aria-hidden />
        {t("paste")}
      </Button>
    </div>
  );
}
