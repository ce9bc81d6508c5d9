"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx";

export type PaneName = "left" | "main" | "right";
const ORDER = ["left", "main", "right"] as const;

interface Pane {
  /** Names the pane: its landmark, and its tab on narrow screens. */
  label: string;
  content: ReactNode;
  /** A side pane that is a place of its own, and not a help beside the main one. */
  wide?: boolean;
}

interface SplitPaneProps {
  left?: Pane;
  main: Pane;
  right?: Pane;
  /** Which pane a narrow screen shows; its own affair unless given. */
  pane?: PaneName;
  onPane?: (pane: PaneName) => void;
}

/** The side panes are laid out and painted apart, so that a change in the main one need not look at them. */
const COLUMN = {
  left: "contain-strict pane:border-r bg-panel",
  main: "flex-1",
  right: "contain-strict pane:w-76 pane:border-l bg-panel xl:pane:w-88",
} as const;

/**
 * Up to three panes side by side under the top bar, each scrolling on its own; on narrow screens one
 * at a time, the main one first, with tabs at the foot. All stay mounted, so nothing typed is lost.
 */
export function SplitPane({ pane, onPane, ...panes }: SplitPaneProps) {
  const t = useTranslations("common");
  const [own, setOwn] = useState<PaneName>("main");
  const present = ORDER.filter((name) => panes[name] !== undefined);
  const shown = present.find((name) => name === (pane ?? own)) ?? "main";
  const choose = (name: PaneName) => {
    setOwn(name);
    onPane?.(name);
  };
  return (
    <div data-split-pane className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1">
        {present.map((name) => (
          <section
            key={name}
            aria-label={panes[name]?.label}
            data-pane
            className={cx(
              "min-h-0 min-w-0 overflow-y-auto border-line max-pane:w-full",
              COLUMN[name],
              name === "left" && (panes.left?.wide ? "pane:w-72 xl:pane:w-88" : "pane:w-64"),
              name !== shown && "max-pane:hidden",
            )}
          >
            {panes[name]?.content}
          </section>
        ))}
      </div>
      {present.length > 1 && (
        <nav aria-label={t("panes")} className="flex border-line border-t bg-panel pane:hidden">
          {present.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === shown}
              onClick={() => choose(name)}
              className="min-h-12 min-w-0 flex-1 truncate px-2 text-soft focus-visible:-outline-offset-2 aria-pressed:bg-accent-tint aria-pressed:font-semibold aria-pressed:text-accent"
            >
              {panes[name]?.label}
            </button>
          ))}
        </nav>
      )}
    </div>
  );
}
