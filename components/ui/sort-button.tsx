"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

type SortDirection = "asc" | "desc" | false;

/** For `aria-sort` of the Th around it. */
export function ariaSort(direction: SortDirection): "ascending" | "descending" | "none" {
  if (direction === false) return "none";
  return direction === "asc" ? "ascending" : "descending";
}

/** The head of a column that can be sorted by. */
export function SortButton(props: {
  direction: SortDirection;
  onSort: () => void;
  children: ReactNode;
  className?: string;
}) {
  const Icon = props.direction === "asc" ? ArrowUp : props.direction === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <button
      type="button"
      onClick={props.onSort}
      className={cx(
        "-mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 font-medium hover:text-ink",
        props.className,
      )}
    >
      {props.children}
      <Icon aria-hidden className={cx("size-3.5 shrink-0", props.direction === false && "opacity-50")} />
    </button>
  );
}
