"use client";

import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { excerptQuery } from "@/components/excerpts/query";
import { WaitingNotice } from "@/components/excerpts/waiting-notice";
import { ChangesSince } from "@/components/live/changes-since";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { type PaneName, SplitPane } from "@/components/ui/split-pane";
import { joinPath, shownPath } from "@/lib/domain/codebook";
import type { ComparePayload, CompareView, FilterChoices } from "@/lib/schemas/compare";
import type { WaitingSegments } from "@/lib/schemas/excerpts";
import { CellPane, NoCell } from "./cell-pane";
import { Legend } from "./legend";
import { MatrixGrid } from "./matrix-grid";
import { ALL_CLOSED, ALL_OPEN } from "./model/branches";
import { columnsOf, type MatrixNode, nodesOf } from "./model/matrix";
import { cellKey, countedExcerpts, countedIn, countQuery, openCell } from "./model/view";
import { NothingToCompare } from "./nothing";
import { Toolbar } from "./toolbar";
import { useCellWords } from "./use-cell-words";
import { useComparison } from "./use-comparison";
import { useGroupWords } from "./use-group-words";
import { useView } from "./use-view";

/** What the counts are made of. */
const COUNTED = ["codings", "text", "codebook", "people"] as const;

interface CompareScreenProps {
  studyId: string;
  first: { query: string; payload: ComparePayload; whole: boolean };
  choices: FilterChoices;
  /** What waits to be placed within the first query. */
  waiting: WaitingSegments;
  may: { code: boolean; addPeople: boolean };
}

/** The matrix, and beside it the excerpts of the cell that is open. */
export function CompareScreen({ studyId, first, choices, waiting, may }: CompareScreenProps) {
  const t = useTranslations("compare");
  const common = useTranslations("common");
  const [wanted, change] = useView();
  const { payload, query, busy, failed, retry, renew } = useComparison(studyId, countQuery(wanted), first);
  // Until new counts have come, those that are shown keep their own words.
  const view = useMemo(() => ({ ...wanted, ...countedIn(query) }), [wanted, query]);
  const columns = useMemo(() => columnsOf(payload), [payload]);
  const { rows, alone } = view;
  const nodes = useMemo(() => nodesOf(payload, { rows, alone }), [payload, rows, alone]);
  const branches = useMemo(() => branchesOf(payload), [payload]);
  const branchIds = useMemo(() => branches.map(({ id }) => id), [branches]);
  const attribute = choices.attributes.find(({ id }) => id === view.by)?.name ?? "";
  const words = useCellWords(view.columns, attribute);
  const filters = useFilterWords(view, choices);
  const counted = excerptQuery(countedExcerpts(view)).toString();
  const [pane, setPane] = useState<PaneName>(view.cell ? "right" : "main");
  // The address may take a moment to name the cell that was pressed; its pane comes to the front with it.
  useEffect(() => {
    if (view.cell) setPane("right");
  }, [view.cell]);

  const open = openCell(view);
  const at = open ? columns.findIndex(({ key }) => key === open.column) : -1;
  const node = open && at >= 0 ? find(nodes, open.codeId) : undefined;
  const close = () => {
    setPane("main");
    if (view.cell) change({ cell: undefined });
  };
  if (!payload.has.codings || payload.codes.length === 0)
    return <NothingToCompare studyId={studyId} payload={payload} may={may} />;

  const main = (
    <div className="flex h-full min-h-0 flex-col">
      <header className="grid gap-3 px-4 pt-5 pb-3 sm:px-6">
        <div>
          <h1 className="font-semibold text-xl">{t("title")}</h1>
          <p className="mt-1 max-w-3xl text-soft max-sm:sr-only">
            {t(view.columns === "source" ? "leadSource" : "lead")}
          </p>
          {payload.unattributed > 0 && (
            <p className="mt-1 max-w-3xl text-soft">{t("unattributed", { count: payload.unattributed })}</p>
          )}
          {payload.citableOnly && <p className="mt-1 max-w-3xl text-soft">{t("leadCitable")}</p>}
        </div>
        <div className="-mx-4 flex items-center gap-2 px-4 py-0.5 max-sm:overflow-x-auto max-sm:*:shrink-0 sm:mx-0 sm:flex-wrap sm:px-0">
          <Toolbar view={wanted} change={change} choices={choices} branches={branches} />
          <Button size="sm" variant="quiet" onClick={() => change(ALL_OPEN, "replace")}>
            {t("expandAll")}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => change(ALL_CLOSED, "replace")}>
            {t("collapseAll")}
          </Button>
          <span role="status" className="text-soft text-sm">
            {busy ? t("busy") : ""}
          </span>
          <ChangesSince topics={COUNTED} onRefresh={renew} />
        </div>
        {failed && (
          <Callout kind="error" live action={<Button onClick={retry}>{common("retry")}</Button>}>
            {t("failed")}
          </Callout>
        )}
        <WaitingNotice studyId={studyId} query={counted} first={{ query: counted, waiting }} left="counts" />
      </header>
      <MatrixGrid
        nodes={nodes}
        columns={columns}
        view={view}
        change={change}
        branches={branchIds}
        label={view.columns === "attribute" ? attribute : t(`columns.${view.columns}`)}
        words={words}
        busy={busy}
        onClose={close}
        onOpen={(codeId, column) => {
          const cell = cellKey(codeId, column);
          if (cell === view.cell) setPane("right");
          else change({ cell });
        }}
      />
      <footer className="border-line border-t px-4 py-2 max-pane:hidden sm:px-6">
        <Legend view={view} />
      </footer>
    </div>
  );
  const right = node ? (
    <CellPane
      studyId={studyId}
      node={node}
      columns={columns}
      at={at}
      view={view}
      words={words}
      filters={filters}
      sectors={choices.sectors}
      onClose={close}
    />
  ) : (
    <NoCell />
  );
  return (
    <SplitPane
      main={{ label: t("title"), content: main }}
      right={{ label: t("pane.label"), content: right }}
      pane={pane}
      onPane={setPane}
    />
  );
}

/** The codes that have others below them, by path. Parents come before their children. */
function branchesOf(payload: ComparePayload): { id: string; path: string }[] {
  const parents = new Set(payload.codes.map(({ parentId }) => parentId));
  const names = new Map<string, string[]>();
  return payload.codes
    .filter(({ id }) => parents.has(id))
    .map(({ id, parentId, name }) => {
      const path = [...((parentId && names.get(parentId)) || []), name];
      names.set(id, path);
      return { id, path: shownPath(joinPath(path)) };
    });
}

function find(nodes: readonly MatrixNode[], id: string): MatrixNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : find(node.children, id);
    if (found) return found;
  }
  return undefined;
}

/** What is counted, in words, for the sentence of the report. */
function useFilterWords(view: CompareView, choices: FilterChoices): string[] {
  const t = useTranslations("compare");
  const clusters = choices.clusters.filter(({ id }) => view.clusters?.includes(id));
  const coders = choices.coders.filter(({ id }) => view.coders?.includes(id));
  const groups = useGroupWords(choices.attributes, view.attributes);
  return [
    ...clusters.map(({ key }) => t("cluster", { key })),
    ...groups,
    ...coders.map(({ name }) => name),
    ...(view.stances ?? []).map((stance) => t(`stance.${stance}`)),
    ...(view.certainties ?? []).map((certainty) => t(`certainty.${certainty}`)),
  ];
}
