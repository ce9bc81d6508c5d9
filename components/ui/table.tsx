import type { ComponentProps, ReactNode, Ref } from "react";
import { cx } from "./cx";

interface TableProps extends ComponentProps<"table"> {
  /** Says what the table holds; read aloud, and where it scrolls, the name of the region. */
  caption: string;
}

/** A table that scrolls sideways on its own where it is wider than its place. */
export function Table({ caption, className, children, ...rest }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table {...rest} className={cx("tabular w-full border-collapse text-left", className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="border-line border-b text-soft text-sm">{children}</thead>;
}

export function TableBody({ children, ref }: { children: ReactNode; ref?: Ref<HTMLTableSectionElement> }) {
  return (
    <tbody ref={ref} className="[&>tr:hover]:bg-ink/3 [&>tr]:border-line [&>tr]:border-b">
      {children}
    </tbody>
  );
}

/** Stands for the rows of a long table that are not drawn. */
export function TableGap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={span} />
    </tr>
  );
}

/** The head of a column, or of a row with `scope="row"`. */
export function Th({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  const looks =
    scope === "col"
      ? "py-2 align-bottom font-medium wrap-normal [word-break:auto-phrase]"
      : "py-2.5 align-top font-medium text-ink";
  return <th scope={scope} {...rest} className={cx("px-3 first:pl-0 last:pr-0", looks, className)} />;
}

export function Td({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={cx("px-3 py-2.5 align-top first:pl-0 last:pr-0", className)} />;
}
