"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { flatten } from "@/lib/domain/codebook";
import { useCodingsOncePainted, useSession } from "../context";
import { countCodes, withAncestors } from "../model/counts";
import { filterByCode } from "../model/filter-by-code";
import { passes } from "../model/session";
import { useSelected, useSignal } from "../model/signal";
import { CodeRow, HINTS } from "./code-row";

/** The codebook with the count of each code in this transcript. A press codes what is selected; with nothing selected it filters. */
export function CodePane() {
  const t = useTranslations("reader");
  const session = useSession();
  const tree = useSignal(session.codebook);
  const filter = useSignal(session.filter);
  const revision = useSignal(session.revision);
  const counts = useCounts();
  const entries = useMemo(() => flatten(tree), [tree]);
  const shown = entries.filter(({ code }) => !code.retired || counts.has(code.id));
  return (
    <div className="px-2 py-3">
      <header className="flex items-center justify-between gap-2 px-2 pb-2">
        <h2 className="caption">{t("codebook")}</h2>
        <span className="caption tabular">{t("revision", { number: revision })}</span>
      </header>
      {filter.codeIds && (
        <div className="mb-2 flex items-center justify-between gap-2 rounded-md bg-accent-tint px-2 py-1 text-sm">
          <span>{t("filtered", { name: session.codes.get([...filter.codeIds][0] ?? "")?.name ?? "" })}</span>
          <Button size="sm" variant="quiet" onClick={() => filterByCode(session, null)}>
            {t("showAll")}
          </Button>
        </div>
      )}
      {shown.length === 0 && <NoCodes />}
      <ul>
        {shown.map(({ code, depth }) => (
          <CodeRow
            key={code.id}
            code={code}
            depth={depth}
            parent={tree.byId.get(code.parentId ?? "")?.name ?? null}
            heading={depth === 0 && tree.children.has(code.id)}
            count={counts.get(code.id) ?? 0}
            dimmed={filter.codeIds !== null && !filter.codeIds.has(code.id)}
          />
        ))}
      </ul>
      <Hints />
    </div>
  );
}

/** What a press on a code does. Said once for all codes, so that a selection changes one place and not each of them. */
function Hints() {
  const t = useTranslations("reader");
  const session = useSession();
  const selecting = useSelected(session.selection, (range) => range !== null) && session.frame.mayCode;
  return (
    <div hidden>
      <p id={HINTS.press}>{t(selecting ? "applyCode" : "filterCode")}</p>
      <p id={HINTS.retired}>{t("filterCode")}</p>
    </div>
  );
}

/** Segments with each code or one below it, under the coder filter. A segment counts once for a code. */
function useCounts(): ReadonlyMap<string, number> {
  const session = useSession();
  const version = useCodingsOncePainted();
  const tree = useSignal(session.codebook);
  const { coderId } = useSignal(session.filter);
  const above = useMemo(() => withAncestors(tree), [tree]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for the store's content.
  return useMemo(() => {
    const filter = { coderId, codeIds: null };
    const segments = session.store.ordered().filter((segment) => passes(filter, segment));
    return countCodes(segments, above);
  }, [session, above, coderId, version]);
}

function NoCodes() {
  const t = useTranslations("reader");
  const { frame } = useSession();
  return (
    <EmptyState
      title={t("noCodes.title")}
      action={
        frame.mayEditCodebook && (
          <Button asChild variant="primary">
            <Link href={studyRoute(frame.study.id, "codebook")}>{t("noCodes.action")}</Link>
          </Button>
        )
      }
    >
      {frame.mayEditCodebook ? t("noCodes.mayEdit") : t("noCodes.mayNot")}
    </EmptyState>
  );
}
