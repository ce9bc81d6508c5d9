"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import {
  ancestors,
  buildTree,
  descendants,
  flatten,
  type KnownCode,
  type PlannedCode,
} from "@/lib/domain/codebook";

const TONES = {
  add: "accent",
  change: "warning",
  same: "neutral",
  skip: "neutral",
  refused: "danger",
} as const;

/** Of a row of one line, in pixels; each is measured as it is drawn. */
const ROW = 30;
/** Refused lines that are told one by one. */
const TOLD = 50;

interface PlanPreviewProps {
  plan: readonly PlannedCode[];
  known: readonly KnownCode[];
}

/** The codes as they will stand: those of the file with what becomes of them, among those that are there. */
export function PlanPreview({ plan, known }: PlanPreviewProps) {
  const t = useTranslations("codebook.importDialog");
  const fields = useTranslations("codebook.fields");
  const scroller = useRef<HTMLElement>(null);
  const rows = useMemo(() => rowsOf(plan, known), [plan, known]);
  const windowed = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
      tabIndex={0}
      aria-label={t("preview")}
      className="max-h-72 overflow-auto rounded-lg border border-line bg-panel p-2"
    >
      <ul className="relative" style={{ height: windowed.getTotalSize() }}>
        {windowed.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { name, hue, depth, planned } = row;
          return (
            <li
              key={index}
              ref={windowed.measureElement}
              data-index={index}
              data-hue={hue}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 flex items-baseline gap-x-2 py-1 max-sm:flex-wrap"
              style={{ top: start, paddingInlineStart: `${depth}rem` }}
            >
              <span aria-hidden className="keep-colour size-2.5 shrink-0 rounded-[3px] bg-hue" />
              <span
                className={
                  planned ? "min-w-0 max-sm:max-w-[85%] [overflow-wrap:anywhere]" : "min-w-0 text-faint"
                }
              >
                {name}
              </span>
              {planned && <Badge tone={TONES[planned.outcome]}>{t(`outcomes.${planned.outcome}`)}</Badge>}
              {planned && planned.outcome !== "same" && (
                <span className="min-w-0 truncate text-faint text-sm max-sm:basis-full max-sm:pl-4.5">
                  {planned.fields
                    .map(({ field, to }) =>
                      field === "definition" && planned.outcome === "add" ? to : fields(field),
                    )
                    .join(" · ")}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Lines that cannot be taken, each with its reason. */
export function Refused({ plan }: { plan: readonly PlannedCode[] }) {
  const t = useTranslations("codebook.importDialog");
  const refused = plan.filter(({ outcome }) => outcome === "refused");
  if (refused.length === 0) return null;
  return (
    <section>
      <h3 className="caption mb-1">{t("refused")}</h3>
      <ul className="grid gap-0.5">
        {refused.slice(0, TOLD).map(({ key, line, path, problem }) => (
          <li key={key}>
            <span className="tabular text-faint">{line !== null && t("line", { line })}</span>{" "}
            <span className="[overflow-wrap:anywhere]">{(path.at(-1) ?? "").slice(0, 80)}</span>{" "}
            <span className="text-danger">{problem && t(`problems.${problem}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Row {
  name: string;
  hue: number;
  depth: number;
  planned: PlannedCode | null;
}

function rowsOf(plan: readonly PlannedCode[], known: readonly KnownCode[]): Row[] {
  const taken = plan.filter(({ outcome }) => outcome !== "refused");
  const changed = new Map(taken.flatMap((row) => (row.codeId === null ? [] : [[row.codeId, row]])));
  const idOf = (key: number) => plan[key]?.codeId ?? `new ${key}`;
  const there = known.map((code) => ({ ...code, planned: changed.get(code.id) ?? null }));
  const fresh = taken
    .filter(({ codeId }) => codeId === null)
    .map((row) => ({
      id: idOf(row.key),
      parentId: row.parentKey === null ? row.parentId : idOf(row.parentKey),
      name: row.path.at(-1) ?? "",
      hue: row.hue,
      // After those that are there, in the order of the file.
      position: 1_000_000 + row.key,
      planned: row,
    }));
  const codes: (Pick<Row, "name" | "hue" | "planned"> & {
    id: string;
    parentId: string | null;
    position: number;
  })[] = [...there, ...fresh];
  const tree = buildTree(codes);
  // Branches that the file says nothing of would only have to be scrolled past.
  const touched = new Set(
    tree.roots.flatMap(({ id }) => (descendants(tree, id).some(({ planned }) => planned) ? [id] : [])),
  );
  const rows = flatten(tree).filter(({ code }) => touched.has(ancestors(tree, code.id)[0]?.id ?? code.id));
  return rows.map(({ code, depth }) => ({
    name: code.name,
    hue: code.planned?.fields.some(({ field }) => field === "hue") ? code.planned.hue : code.hue,
    depth,
    planned: code.planned,
  }));
}
