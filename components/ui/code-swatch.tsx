import type { ReactNode } from "react";
import { cx } from "./cx";

interface CodeSwatchProps {
  /** Index into the six hues. */
  hue: number;
  /** The code's name: the colour is never the only sign. */
  name: ReactNode;
  /** Where the code stands in the tree, softer, after the name. */
  path?: ReactNode;
  className?: string;
}

/** A code as it stands in lists: its colour and its name. */
export function CodeSwatch({ hue, name, path, className }: CodeSwatchProps) {
  return (
    <span data-hue={hue} className={cx("inline-flex min-w-0 items-baseline gap-2", className)}>
      <span aria-hidden className="keep-colour size-2.5 shrink-0 rounded-[3px] bg-hue" />
      <span className="min-w-0">
        {name}
        {path && <span className="ml-1.5 text-faint text-sm">{path}</span>}
      </span>
    </span>
  );
}

/** A code as it stands on a segment: a pill in its hue. */
export function CodePill({ hue, name, children }: { hue: number; name: ReactNode; children?: ReactNode }) {
  return (
    <span
      data-hue={hue}
      className="inline-flex min-h-6.5 max-w-full items-center gap-1.5 rounded-[0.8125rem] border border-hue-soft bg-raised px-2 font-semibold text-hue text-sm"
    >
      <span aria-hidden className="keep-colour size-2.5 shrink-0 rounded-[3px] bg-hue" />
      <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
      {children}
    </span>
  );
}
