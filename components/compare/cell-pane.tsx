"use client";

import { Download, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { ExcerptList } from "@/components/excerpts/excerpt-list";
import { excerptQuery, excerptsAddress } from "@/components/excerpts/query";
import { Unattributed } from "@/components/excerpts/unattributed";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { type CompareView, type FilterChoices, withGroups } from "@/lib/schemas/compare";
import type { MatrixColumn, MatrixNode } from "./model/matrix";
import { countedExcerpts } from "./model/view";
import { Sentences } from "./sentences";
import type { CellWords } from "./use-cell-words";
import { useSentences } from "./use-sentence";

interface CellPaneProps {
  studyId: string;
  node: MatrixNode;
  columns: readonly MatrixColumn[];
  at: number;
  view: CompareView;
  words: CellWords;
  filters: readonly string[];
  sectors: FilterChoices["sectors"];
  onClose: () => void;
}

/** What a cell consists of: its figures, a sentence for the report, its excerpts. */
export function CellPane(props: CellPaneProps) {
  const { studyId, node, columns, at, view, words, filters, sectors, onClose } = props;
  const t = useTranslations("compare.pane");
  const count = useTranslations("compare.cell");
  const cell = node.cells[at];
  const column = columns[at];
  const sentences = useSentences({ node, columns, at, view, words, filters });
  if (!cell || !column) return null;

  const key = column.key ?? undefined;
  const counted = countedExcerpts(view);
  const filter = {
    ...counted,
    code: node.id,
    below: view.alone ? ("only" as const) : ("all" as const),
    clusters: view.columns === "cluster" && key ? [key] : counted.clusters,
    sector: view.columns === "sector" ? key : undefined,
    interviewees: view.columns === "interviewee" && key ? [key] : undefined,
    attributes: view.by && key ? withGroups(view.attributes, view.by, [key]) : view.attributes,
    source: view.columns === "source" ? key : undefined,
  };
  const query = excerptQuery(filter).toString();
  const named =
    words.unit === "person" && cell.numbers.length > 0
      ? t("numbers", { numbers: cell.numbers.join(", ") })
      : "";
  const head = (
    <div className="grid gap-3 px-4 pt-4 pb-3">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-lg">
            {t("heading", { code: node.name, column: words.column(column) })}
          </h2>
          <p className="tabular text-soft text-sm">
            {t("interviewees", { n: String(cell.n), of: String(cell.of), unit: words.unit })}
            {named} · {count("segments", { count: cell.segments })} · {words.length(cell)}
          </p>
        </div>
        <IconButton label={t("close")} icon={<X aria-hidden />} onClick={onClose} className="-mt-1 -mr-1.5" />
      </header>
      <Sentences sentences={sentences} />
      <Unattributed filter={filter} />
      {cell.segments > 0 && (
        <Button asChild size="sm" className="justify-self-start">
          <a href={excerptsAddress(studyId, query, ".csv")}>
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
      )}
    </div>
  );
  return (
    <ExcerptList
      studyId={studyId}
      query={query}
      codes={node.children.length > 0}
      sectors={sectors}
      head={head}
      empty={null}
    />
  );
}

/** Before any cell is open. */
export function NoCell() {
  const t = useTranslations("compare.pane");
  return <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>;
}
