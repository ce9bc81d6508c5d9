"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { TableGap } from "@/components/ui/table";
import type { CompareView } from "@/lib/schemas/compare";
import { MatrixHead } from "./matrix-head";
import { MatrixRow } from "./matrix-row";
import type { MatrixColumn, MatrixNode } from "./model/matrix";
import { openCell } from "./model/view";
import type { CellWords } from "./use-cell-words";
import { useGridKeys } from "./use-grid-keys";
import { useMatrixTable } from "./use-matrix-table";
import type { ChangeView } from "./use-view";

/** Of every row, in pixels: fixed, so that hundreds of rows need no measuring. */
const ROW = 48;

interface MatrixGridProps {
  nodes: MatrixNode[];
  columns: MatrixColumn[];
  view: CompareView;
  change: ChangeView;
  branches: readonly string[];
  /** What the columns are, in a word. */
  label: string;
  words: CellWords;
  busy: boolean;
  onOpen: (codeId: string, column: string | null) => void;
  onClose: () => void;
}

/** Codes × groups, in a box of its own: the heads and the names stay while it scrolls both ways. */
export function MatrixGrid(props: MatrixGridProps) {
  const { nodes, columns, view, change, branches, label, words, busy, onOpen, onClose } = props;
  const t = useTranslations("compare");
  const scroller = useRef<HTMLElement>(null);
  const table = useMatrixTable(nodes, columns, view, change, branches);
  const { rows } = table.getRowModel();
  const windowed = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: { width: 1000, height: 900 },
    // Rows hide behind the heads when they are brought into view from above.
    scrollPaddingStart: 64,
  });
  const keys = useGridKeys({
    rows: rows.length,
    columns: columns.length + 1,
    page: 10,
    scroller,
    reveal: (row) => windowed.scrollToIndex(row),
  });
  useShownAtFirst(
    rows.findIndex(({ id }) => id === openCell(view)?.codeId),
    (row) => windowed.scrollToIndex(row, { align: "center" }),
    busy,
  );
  const shown = windowed.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = windowed.getTotalSize() - (shown.at(-1)?.end ?? 0);

  return (
    <section
      ref={scroller}
      aria-label={t("matrix", { columns: label })}
      className="min-h-0 flex-1 overflow-auto"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved between by key.
        role="treegrid"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-busy={busy}
        aria-describedby="matrix-keys"
        className="w-max min-w-full border-separate border-spacing-0"
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === "Escape") onClose();
          else keys.onKeyDown(event);
        }}
      >
        <MatrixHead table={table} columns={columns} view={view} words={words} />
        <tbody>
          <TableGap height={before} span={columns.length + 1} />
          {shown.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <MatrixRow
                  key={row.id}
                  row={row}
                  index={index}
                  columns={columns}
                  view={view}
                  words={words}
                  place={keys.place}
                  onPlace={keys.setPlace}
                  onOpen={onOpen}
                />
              )
            );
          })}
          <TableGap height={after} span={columns.length + 1} />
        </tbody>
      </table>
      <p id="matrix-keys" className="sr-only">
        {t("keys")}
      </p>
    </section>
  );
}

/** Whoever comes by a link to an open cell sees it. */
function useShownAtFirst(row: number, show: (row: number) => void, busy: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!done.current && row >= 0) show(row);
    // Rows that follow move it.
    done.current ||= !busy;
  });
}
