import type { ComponentProps } from "react";
import { cx } from "./cx";

/** A sheet of paper on the panel: an excerpt, a segment, a study. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div {...rest} className={cx("rounded-lg border border-line bg-raised p-4 shadow-card", className)} />
  );
}
